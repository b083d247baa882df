/** Days of a year as clerks write them, `1/1, 30/4`, and as they are kept, `MM-DD`. Pure. */

export const daysText = (days: readonly string[]): string =>
  days.map((day) => `${Number(day.slice(3))}/${Number(day.slice(0, 2))}`).join(', ');

/** The days of a list, and what in it is none. Whether the year has the day is for the server to say. */
export function daysFrom(text: string): { days: string[]; wrong: string[] } {
  const [days, wrong]: [string[], string[]] = [[], []];
  for (const piece of text.split(/[,;\n]/).map((each) => each.trim())) {
    if (piece === '') continue;
    const [, day, month] = /^(\d{1,2})\s*[/.-]\s*(\d{1,2})$/.exec(piece) ?? [];
    if (day === undefined || month === undefined || Number(month) > 12 || Number(day) > 31) wrong.push(piece);
    else days.push(`${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  }
  return { days, wrong };
}
