/** Word's units: lengths in twentieths of a point (twips), font sizes in half points, line spacing in 240ths of a line. */

const twipsPerMillimetre = 1440 / 25.4;

export const twips = (millimetres: number): number => Math.round(millimetres * twipsPerMillimetre);

export const twipsOfPoints = (points: number): number => Math.round(points * 20);

export const halfPoints = (points: number): number => Math.round(points * 2);

export const lineUnits = (lines: number): number => Math.round(lines * 240);
