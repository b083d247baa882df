/** What is remembered of typed words beside the words. */

/** What stood at a place when somebody began to type there. `text` null: only the revision is known; `revision` null: nothing stood there. */
export type TypedOver = { text: string | null; revision: number | null };

export type Draft = {
  text: string;
  order: number;
  /** Of fields that save themselves; absent where it is not known any more. */
  over?: TypedOver;
  /** Whose words these are: `report/<id>`, `plan/<id>`. Acts that read a report or a plan wait for them. */
  owners?: readonly string[];
  /** The field in clerks' words, to name it where it cannot be saved. */
  label?: string;
};
