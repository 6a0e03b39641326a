import { createHash } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';
import type { Placeholder } from '#shared/training/disguise.rules.ts';

/** "TẬP HUẤN" as dots, so that it needs no font: five wide, the marks above and below the letters. */
const LETTERS: readonly (readonly string[])[] = [
  ['     ', '     ', '#####', '  #  ', '  #  ', '  #  ', '  #  ', '  #  ', '     '],
  ['  #  ', ' # # ', '     ', ' ### ', '#   #', '#####', '#   #', '#   #', '  #  '],
  ['     ', '     ', '#### ', '#   #', '#   #', '#### ', '#    ', '#    ', '     '],
  ['     ', '     ', '     ', '     ', '     ', '     ', '     ', '     ', '     '],
  ['     ', '     ', '#   #', '#   #', '#####', '#   #', '#   #', '#   #', '     '],
  ['     ', '     ', '#   #', '#   #', '#   #', '#   #', '#   #', ' ### ', '     '],
  ['  # #', ' # ##', '     ', ' ### ', '#   #', '#####', '#   #', '#   #', '     '],
  ['     ', '     ', '#   #', '##  #', '# # #', '#  ##', '#   #', '#   #', '     '],
];
const ROWS = 9;
const DOT = 8;
const MARGIN = 6;
const WIDTH = (LETTERS.length * 6 - 1 + 2 * MARGIN) * DOT;
const HEIGHT = (ROWS + 2 * MARGIN) * DOT;
const WHITE = 255;
const RED_AS_GREY = 110;

/** The grey values of the picture, row by row. */
function pixels(): Buffer {
  const image = Buffer.alloc(WIDTH * HEIGHT, WHITE);
  for (let y = 0; y < HEIGHT; y += 1)
    for (let x = 0; x < WIDTH; x += 1) {
      const column = Math.floor(x / DOT) - MARGIN;
      const row = Math.floor(y / DOT) - MARGIN;
      if (column < 0 || row < 0 || row >= ROWS) continue;
      if (LETTERS[Math.floor(column / 6)]?.[row]?.[column % 6] === '#') image[y * WIDTH + x] = RED_AS_GREY;
    }
  return image;
}

function png(image: Buffer): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const size = Buffer.alloc(4);
    const sum = Buffer.alloc(4);
    size.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(named));
    return Buffer.concat([size, named, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(WIDTH, 0);
  head.writeUInt32BE(HEIGHT, 4);
  head[8] = 8; // bits of a grey value; the other fields are 0: grey, deflate, no interlacing
  const lines = Buffer.alloc((WIDTH + 1) * HEIGHT); // each line begins with its filter, 0
  for (let y = 0; y < HEIGHT; y += 1) image.copy(lines, y * (WIDTH + 1) + 1, y * WIDTH, (y + 1) * WIDTH);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(lines)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** One A4 page with the picture across. */
function pdf(image: Buffer): Buffer {
  const data = deflateSync(image);
  const high = Math.round((500 * HEIGHT) / WIDTH);
  const draw = `q 500 0 0 ${high} 47 ${421 - Math.round(high / 2)} cm /I Do Q`;
  const objects = [
    Buffer.from('<< /Type /Catalog /Pages 2 0 R >>'),
    Buffer.from('<< /Type /Pages /Kids [3 0 R] /Count 1 >>'),
    Buffer.from(
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >> >>',
    ),
    Buffer.from(`<< /Length ${draw.length} >>\nstream\n${draw}\nendstream`),
    Buffer.concat([
      Buffer.from(
        `<< /Type /XObject /Subtype /Image /Width ${WIDTH} /Height ${HEIGHT} /ColorSpace /DeviceGray /BitsPerComponent 8 ` +
          `/Filter /FlateDecode /Length ${data.length} >>\nstream\n`,
      ),
      data,
      Buffer.from('\nendstream'),
    ]),
  ];
  const parts = [Buffer.from('%PDF-1.4\n')];
  const places: number[] = [];
  let at = parts[0]!.length;
  for (const [index, object] of objects.entries()) {
    const part = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')]);
    places.push(at);
    at += part.length;
    parts.push(part);
  }
  const entries = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  parts.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${at}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}

/** What lies in the copy in the stead of every stored document: "TẬP HUẤN" as a PDF and as a picture. */
export function placeholders(): Record<'paper' | 'picture', Placeholder & { content: Buffer }> {
  const image = pixels();
  const of = (content: Buffer, mediaType: string, name: string) => ({
    content,
    mediaType,
    name,
    sizeBytes: content.length,
    sha256: createHash('sha256').update(content).digest('hex'),
  });
  return {
    paper: of(pdf(image), 'application/pdf', 'Tài liệu tập huấn.pdf'),
    picture: of(png(image), 'image/png', 'Ảnh tập huấn.png'),
  };
}
