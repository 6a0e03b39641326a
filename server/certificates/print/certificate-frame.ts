import {
  beads,
  birds,
  circle,
  comb,
  petal,
  polar,
  rectangle,
  rosette,
  sawtooth,
  star,
  wave,
} from '#server/certificates/print/frame-shapes.ts';

const WIDTH = 420;
const HEIGHT = 297;
const RED = '#a5141c';
const GOLD = '#b07d1f';
const BRIGHT = '#d2a548';
const PALE = '#f4e7c3';
const TINT = '#fffdf7';

/** Outer edge of the pattern, and the corner squares' inner edge. */
const EDGE = 12;
const BAND = { from: 15.4, to: 30.6, middle: 23 };
const CORNER = 34;

/**
 * The frame of a certificate: our own drawing of guilloche borders, corner rosettes, lotus flowers and a
 * pale bronze drum, with a plain star where a pre-printed blank carries the national emblem.
 * Only paths, so that every renderer draws the same.
 *
 * @returns an SVG of 420 × 297 mm (A3 landscape)
 */
export function certificateFrameSvg(): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}mm" height="${HEIGHT}mm" viewBox="0 0 ${WIDTH} ${HEIGHT}" fill="none" stroke-linejoin="round">`,
    fill(TINT, rectangle(EDGE, EDGE, WIDTH - 2 * EDGE, HEIGHT - 2 * EDGE)),
    drum(WIDTH / 2, 158),
    border(),
    ...[EDGE, WIDTH - EDGE].flatMap((x) => [EDGE, HEIGHT - EDGE].map((y) => cornerRosette(x, y))),
    lotus(WIDTH / 2, HEIGHT - BAND.middle, 0),
    lotus(BAND.middle, HEIGHT / 2, 0.25),
    lotus(WIDTH - BAND.middle, HEIGHT / 2, 0.75),
    starMedallion(WIDTH / 2, 35),
    '</svg>',
  ].join('\n');
}

function fill(colour: string, d: string): string {
  return `<path fill="${colour}" d="${d}"/>`;
}

function line(colour: string, width: number, d: string): string {
  return `<path stroke="${colour}" stroke-width="${width}" d="${d}"/>`;
}

function inset(distance: number): string {
  return rectangle(distance, distance, WIDTH - 2 * distance, HEIGHT - 2 * distance);
}

/** Two families of sine lines woven between straight gold and red lines. */
function border(): string {
  const sides = (swing: number, wavesX: number, wavesY: number, phase: number) =>
    [BAND.middle, HEIGHT - BAND.middle]
      .map((y) => wave('x', CORNER, WIDTH - CORNER, y, swing, wavesX, phase))
      .join('') +
    [BAND.middle, WIDTH - BAND.middle].map((x) => wave('y', CORNER, HEIGHT - CORNER, x, swing, wavesY, phase)).join('');
  const woven: string[] = [];
  for (let strand = 0; strand < 6; strand += 1) woven.push(line(BRIGHT, 0.28, sides(6.9, 22, 14, strand / 6)));
  for (let strand = 0; strand < 4; strand += 1) woven.push(line(RED, 0.22, sides(3.4, 44, 28, strand / 4)));
  return [
    line(RED, 1.5, inset(EDGE)),
    line(GOLD, 0.4, inset(EDGE + 1.8)),
    ...woven,
    line(GOLD, 0.5, inset(BAND.from)),
    line(GOLD, 0.5, inset(BAND.to)),
    line(GOLD, 1.1, inset(32.4)),
    line(RED, 0.35, inset(34)),
  ].join('\n');
}

function cornerRosette(x: number, y: number): string {
  const size = CORNER - EDGE;
  const left = x < WIDTH / 2 ? x : x - size;
  const top = y < HEIGHT / 2 ? y : y - size;
  const cx = left + size / 2;
  const cy = top + size / 2;
  return [
    fill(TINT, rectangle(left, top, size, size)),
    line(RED, 1.5, rectangle(left, top, size, size)),
    line(GOLD, 0.4, rectangle(left + 1.6, top + 1.6, size - 3.2, size - 3.2)),
    ...[0, 1 / 3, 2 / 3].map((phase) => line(BRIGHT, 0.25, rosette(cx, cy, 7.2, 1.9, 12, phase))),
    ...[0, 0.5].map((phase) => line(RED, 0.22, rosette(cx, cy, 6.2, 0.9, 16, phase))),
    fill(BRIGHT, Array.from({ length: 8 }, (_, leaf) => petal(cx, cy, 2, 6.3, leaf / 8, 0.055)).join('')),
    fill(RED, circle(cx, cy, 2.9)),
    fill(BRIGHT, star(cx, cy, 5, 2.2, 0.84)),
    ...[
      [left + 3.6, top + 3.6],
      [left + size - 3.6, top + 3.6],
      [left + 3.6, top + size - 3.6],
      [left + size - 3.6, top + size - 3.6],
    ].map(([px = 0, py = 0]) => fill(RED, star(px, py, 4, 1.3, 0.4))),
  ].join('\n');
}

/** A lotus seen from the side on a small plate; `turn` is where its flower points. */
function lotus(cx: number, cy: number, turn: number): string {
  const petals = [-0.25, 0.25, -0.17, 0.17, -0.09, 0.09, 0];
  const [footX = '0', footY = '0'] = polar(cx, cy, -4.2, turn).split(' ');
  const foot: readonly [number, number] = [Number(footX), Number(footY)];
  return [
    fill(TINT, circle(cx, cy, 10.4)),
    line(RED, 0.9, circle(cx, cy, 10.4)),
    line(GOLD, 0.35, circle(cx, cy, 9.4)),
    ...petals.map(
      (lean) =>
        `<path fill="${PALE}" stroke="${RED}" stroke-width="0.35" d="${petal(...foot, 0.4, 11 - Math.abs(lean) * 11, turn + lean, 0.06)}"/>`,
    ),
    line(
      GOLD,
      0.5,
      `M${polar(...foot, 6.2, turn - 0.32)}Q${polar(...foot, -2.2, turn)} ${polar(...foot, 6.2, turn + 0.32)}`,
    ),
  ].join('\n');
}

/** A gold star on red within a ring of drum ornaments, between two sprays of rice. */
function starMedallion(cx: number, cy: number): string {
  return [
    rice(cx, cy, 1),
    rice(cx, cy, -1),
    fill(TINT, circle(cx, cy, 19.5)),
    line(RED, 1.3, circle(cx, cy, 19.5)),
    line(GOLD, 0.4, circle(cx, cy, 18.3)),
    line(BRIGHT, 0.35, comb(cx, cy, 16.2, 17.8, 120)),
    line(GOLD, 0.4, circle(cx, cy, 15.9)),
    fill(BRIGHT, beads(cx, cy, 14.7, 0.55, 48)),
    line(GOLD, 0.4, circle(cx, cy, 13.5)),
    fill(RED, circle(cx, cy, 12.8)),
    fill('#f2c33c', star(cx, cy, 5, 9.6, 3.67)),
  ].join('\n');
}

/** Ears of rice along an arc beside the medallion; `side` 1 is right, -1 left. */
function rice(cx: number, cy: number, side: 1 | -1): string {
  const grains: string[] = [];
  for (let grain = 0; grain < 9; grain += 1) {
    const turn = side * (0.46 - grain * 0.034);
    for (const lean of [-1, 1]) {
      const [x = '0', y = '0'] = polar(cx, cy, 22.6, turn).split(' ');
      grains.push(petal(Number(x), Number(y), 0, 4.4 - grain * 0.12, turn - side * 0.25 + lean * 0.085, 0.075));
    }
  }
  const stem = Array.from({ length: 12 }, (_, step) => polar(cx, cy, 22.6, side * (0.485 - step * 0.029)));
  return [fill(BRIGHT, grains.join('')), line(GOLD, 0.45, `M${stem.join('L')}`)].join('\n');
}

/** The face of a bronze drum, so pale that text over it stays easy to read. */
function drum(cx: number, cy: number): string {
  const ring = (radius: number) => circle(cx, cy, radius);
  const rings = [22, 23.4, 31, 32.4, 39, 40.4, 62, 63.4, 70, 71.4, 78, 79.4, 86].map(ring).join('');
  return [
    `<g stroke="${PALE}" stroke-width="0.5">`,
    `<path d="${rings}"/>`,
    `<path d="${beads(cx, cy, 27.2, 2.4, 28)}${beads(cx, cy, 27.2, 0.8, 28)}"/>`,
    `<path d="${sawtooth(cx, cy, 33, 38.4, 56)}"/>`,
    `<path d="${comb(cx, cy, 64, 69.4, 180)}"/>`,
    `<path d="${beads(cx, cy, 74.7, 2.4, 72)}${beads(cx, cy, 74.7, 0.8, 72)}"/>`,
    `<path d="${sawtooth(cx, cy, 80, 85.4, 120)}"/>`,
    '</g>',
    `<g fill="${PALE}">${fill(PALE, star(cx, cy, 14, 20.6, 6.2))}${birds(cx, cy, 51.2, 0.9, 16).join('')}</g>`,
  ].join('\n');
}
