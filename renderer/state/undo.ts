/**
 * Ctrl+Z and Ctrl+Y reach whoever is on top: a screen registers its pair of handlers while it is open.
 * Inside a text field the browser's own undo works instead; the keys are not caught there.
 */
import { useEffect, useRef } from 'react';
import { create } from 'zustand';

export type UndoHandlers = { undo: () => void; redo: () => void };

type UndoStack = { stack: UndoHandlers[]; push: (handlers: UndoHandlers) => () => void };

export const useUndoStack = create<UndoStack>()((set) => ({
  stack: [],
  push: (handlers) => {
    set((state) => ({ stack: [...state.stack, handlers] }));
    return () => set((state) => ({ stack: state.stack.filter((one) => one !== handlers) }));
  },
}));

/** While the calling component is mounted, Ctrl+Z and Ctrl+Y run these. The newest caller wins. */
export function useUndoKeys(handlers: UndoHandlers): void {
  const now = useRef(handlers);
  now.current = handlers;
  const push = useUndoStack((state) => state.push);
  useEffect(() => push({ undo: () => now.current.undo(), redo: () => now.current.redo() }), [push]);
}
