/** Where one text stands on the paper. Lengths in mm from the upper left corner, sizes in points. */
export type LayoutField = Readonly<{
  /** The value of {@link PageFields} printed here. */
  key: string;
  x: number;
  y: number;
  w: number;
  h: number;
  size: number;
  /** A text too long for its width shrinks on one line down to this size before it wraps. */
  oneLineMin: number;
  /** A wrapped text shrinks further, down to this size, to stay within `h`. */
  min: number;
  font: 'Tinos' | 'Dancing Script';
  weight: 'regular' | 'bold';
  style: 'normal' | 'italic';
  align: 'left' | 'center' | 'right';
  /** 'top' grows downwards from y, 'bottom' upwards from y + h, 'middle' both ways. */
  anchor: 'top' | 'middle' | 'bottom';
  colour: string;
  /** Extra space between letters, in points. */
  tracking: number;
  /** Stands on a pre-printed blank (phôi bằng) already: left out when only the changing text is printed. */
  preprinted: boolean;
  /** A line under the text, as wide as the text. */
  underline: boolean;
}>;

/** A certificate form: its paper and its fields. Another blank or issuing office is another value of this type. */
export type CertificateLayout = Readonly<{
  paper: Readonly<{ w: number; h: number }>;
  fields: readonly LayoutField[];
  qr: Readonly<{ x: number; y: number; size: number }>;
}>;

const BLACK = '#1c1714';
const RED = '#b3101a';

const text: LayoutField = {
  key: '',
  x: 60,
  y: 0,
  w: 300,
  h: 12,
  size: 20,
  oneLineMin: 14,
  min: 10,
  font: 'Tinos',
  weight: 'regular',
  style: 'normal',
  align: 'center',
  anchor: 'middle',
  colour: BLACK,
  tracking: 0,
  preprinted: false,
  underline: false,
};

const name: LayoutField = { ...text, x: 48, w: 324, weight: 'bold', style: 'italic' };

/**
 * Bằng khen of a provincial chairman on A3 landscape. Order of the lines and the 35 mm for signature and
 * seal follow Decree 50/2006/NĐ-CP, Article 28; the places are ours.
 */
export const A3_LAYOUT: CertificateLayout = {
  paper: { w: 420, h: 297 },
  fields: [
    { ...text, key: 'country', y: 60.5, h: 8, size: 19, weight: 'bold', preprinted: true },
    { ...text, key: 'motto', y: 68.5, h: 9, size: 18, weight: 'bold', preprinted: true, underline: true },
    { ...text, key: 'issuer', y: 81.5, h: 12, size: 26, weight: 'bold', colour: RED, preprinted: true },
    { ...text, key: 'verb', y: 94.5, h: 9, size: 23, weight: 'bold', tracking: 2, preprinted: true },
    { ...text, key: 'title', y: 106, h: 27, size: 70, weight: 'bold', colour: RED, tracking: 3, preprinted: true },
    { ...name, key: 'name', y: 133, h: 26, size: 42, oneLineMin: 30, min: 16 },
    { ...text, key: 'details', y: 158.5, h: 16, size: 22, oneLineMin: 18, min: 12 },
    { ...text, key: 'citation', y: 174, h: 19, size: 22, oneLineMin: 20, min: 12, style: 'italic', x: 60 },
    { ...text, key: 'decision', x: 83, y: 222, w: 120, h: 16, size: 17, align: 'left', anchor: 'bottom' },
    { ...text, key: 'goldenBook', x: 83, y: 239, w: 120, h: 7, size: 17, align: 'left' },
    { ...text, key: 'placeAndDate', x: 235, y: 196, w: 130, h: 7, size: 17, style: 'italic' },
    { ...text, key: 'capacity', x: 235, y: 204, w: 130, h: 15, size: 18, weight: 'bold', anchor: 'top' },
    // 35 mm below two lines of capacity stay free for the signature and the seal.
    { ...text, key: 'signatory', x: 235, y: 253, w: 130, h: 8, size: 19, weight: 'bold' },
  ],
  qr: { x: 46, y: 218, size: 30 },
};
