import { encode } from 'uqr';

/** The largest code we print: 49 modules at 30 mm are 0.61 mm each, which a phone reads at arm's length. */
export const MOST_MODULES = 49;

/**
 * A QR code as an SVG of one path: a run of dark modules is one rectangle, so no renderer shows seams.
 * Error correction M where the code stays within {@link MOST_MODULES}, else L.
 *
 * @returns the picture without quiet zone, and how many modules it is wide
 * @throws RangeError when the text needs more modules even so: the public address is too long to print
 */
export function qrSvg(text: string): { svg: string; modules: number } {
  const codes = (['M', 'L'] as const).map((ecc) => encode(text, { ecc, border: 0, boostEcc: true }));
  const code = codes.find(({ size }) => size <= MOST_MODULES);
  if (!code) throw new RangeError(`QR text of ${text.length} signs needs more than ${MOST_MODULES} modules`);
  const path = code.data.map(runs).join('');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${code.size} ${code.size}"><path d="${path}"/></svg>`;
  return { svg, modules: code.size };
}

function runs(row: readonly boolean[], y: number): string {
  let path = '';
  for (let x = 0; x < row.length; x += 1) {
    const start = x;
    while (row[x]) x += 1;
    if (x > start) path += `M${start} ${y}h${x - start}v1h${start - x}z`;
  }
  return path;
}
