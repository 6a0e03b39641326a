import { describe, expect, test } from 'vitest';
import { compileInput } from '#server/certificates/certificate.print.ts';
import { CertificateCompiler, certificateFontPaths } from '#server/certificates/print/certificate-compiler.ts';
import { A3_LAYOUT } from '#server/certificates/print/certificate-layout.ts';
import { typstIsInstalled } from '#server/core/typst.ts';
import { aCertificatePrint } from '#test/builders/certificate-print.builder.ts';

const POINTS_PER_MM = 72 / 25.4;

/** The lines of text a preview draws: where on the paper in mm, and the outline of each letter. */
function drawnLines(svg: string) {
  const symbols = svg.matchAll(/<symbol id="(\w+)"[^>]*>\s*<path d="([^"]*)"/g);
  const outlines = new Map([...symbols].map(([, id, d = '']) => [id, d]));
  const lines: { x: number; baseline: number; outlines: string[] }[] = [];
  const offsets = [{ x: 0, y: 0 }];
  for (const [tag, attributes = '', glyph] of svg.matchAll(/<g\b([^>]*)>|<\/g>|<use xlink:href="#(\w+)"/g)) {
    const here = offsets.at(-1)!;
    if (glyph !== undefined) lines.at(-1)!.outlines.push(outlines.get(glyph) ?? '');
    else if (tag === '</g>') offsets.pop();
    else {
      const [, x = 0, y = 0] = /matrix\(\S+ \S+ \S+ \S+ (\S+) (\S+)\)/.exec(attributes) ?? [];
      const moved = { x: here.x + Number(x), y: here.y + Number(y) };
      offsets.push(moved);
      if (attributes.includes('typst-text')) {
        lines.push({ x: moved.x / POINTS_PER_MM, baseline: moved.y / POINTS_PER_MM, outlines: [] });
      }
    }
  }
  return lines;
}

describe.runIf(typstIsInstalled())('the picture', () => {
  const preview = (changes = {}, options = {}) =>
    new CertificateCompiler().preview(
      compileInput([aCertificatePrint({ name: 'Bà Tẩn Mẩy Sểnh', ...changes })], {
        demo: false,
        overlay: true,
        ...options,
      }),
    );

  test('every letter of the name has an outline, and the name is centred', () => {
    const lines = drawnLines(preview());
    const letters = 'BàTẩnMẩySểnh'.length; // spaces are not drawn
    const name = lines.find(({ baseline, outlines }) => baseline > 134 && baseline < 160 && outlines.length > 0);

    expect(name?.outlines).toHaveLength(letters);
    expect(name?.outlines.filter((d) => d.length > 40)).toHaveLength(letters);
    expect(name!.x).toBeGreaterThan(120);
    expect(name!.x).toBeLessThan(210);
  });

  test('signature and seal have 35 mm, also below two lines of capacity', () => {
    const right = drawnLines(preview({ capacityLines: ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'] })).filter(
      ({ x, baseline }) => x > 230 && baseline > 204,
    );
    const [signatory, deputy] = right.map(({ baseline }) => baseline).sort((a, b) => b - a);
    const capitals = 19 * 0.66 * (25.4 / 72);

    expect(right).toHaveLength(3);
    expect(signatory! - capitals - deputy!).toBeGreaterThanOrEqual(34.9);
  });

  test("the printer's calibration moves every line by exactly so much", () => {
    const straight = drawnLines(preview());
    const moved = drawnLines(preview({}, { shift: { x: 3.5, y: -2 } }));

    expect(moved).toHaveLength(straight.length);
    for (const [index, line] of straight.entries()) {
      expect(moved[index]!.x - line.x).toBeCloseTo(3.5, 3);
      expect(moved[index]!.baseline - line.baseline).toBeCloseTo(-2, 3);
    }
  });
});

describe.runIf(typstIsInstalled())('fonts', () => {
  test('a font of the layout that is not there is an error, though Typst only warns', async () => {
    const [tinos = ''] = certificateFontPaths();
    const layout = {
      ...A3_LAYOUT,
      fields: A3_LAYOUT.fields.map((field) => ({ ...field, font: 'Dancing Script' as const })),
    };
    const input = compileInput([aCertificatePrint()], { demo: false, layout });

    const nowhere = () => {};
    await expect(new CertificateCompiler([tinos]).compile(input, nowhere)).rejects.toThrow(
      /unknown font family: dancing script/,
    );
    expect(await new CertificateCompiler().compile(input, nowhere)).toMatchObject({ pages: 1 });
  });
});
