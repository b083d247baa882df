/** What an editor in place tells its surroundings, the same for a paragraph and for a cell. */

/** Where the person goes after saving: stays, to the next or previous place (Tab), or down (Enter in a table). */
export type AfterSave = 'stay' | 'next' | 'previous' | 'down';

/** A refusal is a sentence; the words stay in the editor until they are saved or given up. */
// biome-ignore lint/suspicious/noConfusingVoidType: a save that cannot be refused simply returns nothing
export type Saved = string | null | undefined | void;
