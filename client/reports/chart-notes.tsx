import { INK } from '#client/reports/chart-ink.ts';

/** Height of one line of notes. */
export const NOTE = 17;

/** A line per row that has one: a picture that leaves the page says by itself how its figures were put together. */
export const notesOf = (rows: readonly { name: string; note?: string }[]): string[] =>
  rows.flatMap(({ name, note }) => (note ? [`${name}: ${note}`] : []));

export function ChartNotes({ notes, top }: { notes: readonly string[]; top: number }) {
  return notes.map((note, at) => (
    <text key={note} x={0} y={top + at * NOTE} fontSize={11} fill={INK.soft}>
      {note}
    </text>
  ));
}
