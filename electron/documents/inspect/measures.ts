/** Word's units back to millimetres and points. */

export const millimetres = (twips: number): number => (twips * 25.4) / 1440;

export const pointsOfTwips = (twips: number): number => twips / 20;

/** Drawings are measured in English Metric Units. */
export const millimetresOfEmu = (emu: number): number => emu / 36_000;
