/** A document that gets its number and date at issue. */
import type { DocumentNode, OfficialDocument } from './model.ts';

/** The same document with number and date in its head and in the line of its annex; nothing else changes. */
export function issuedAs(document: OfficialDocument, number: string, date: string): OfficialDocument {
  const full = { kind: 'full', date } as const;
  const issued = (node: DocumentNode): DocumentNode => {
    if (node.type === 'officialHead') return { ...node, number, date: full };
    if (node.type === 'annexHead') return { ...node, attachedTo: { ...node.attachedTo, number, date: full } };
    return node;
  };
  return {
    ...document,
    sections: document.sections.map((section) => ({ ...section, nodes: section.nodes.map(issued) })),
  };
}
