/** Whose results, and in which reporting window. */
export type ResultsPlace = { readonly groupId: string; readonly windowId: string; readonly planId: string };
