const SCALE = 2;

/** Puts a drawn chart into a file: the drawing itself, or a picture of it at twice its size for a Word document. */
export async function savePicture(svg: SVGSVGElement, name: string, as: 'svg' | 'png'): Promise<void> {
  const text = new XMLSerializer().serializeToString(svg);
  const drawing = new Blob([text], { type: 'image/svg+xml;charset=utf-8' });
  save(as === 'svg' ? drawing : await pictureOf(svg, drawing), `${fileName(name)}.${as}`);
}

async function pictureOf(svg: SVGSVGElement, drawing: Blob): Promise<Blob> {
  const address = URL.createObjectURL(drawing);
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = svg.width.baseVal.value * SCALE;
    canvas.height = svg.height.baseVal.value * SCALE;
    const paper = canvas.getContext('2d')!;
    paper.fillStyle = '#fff';
    paper.fillRect(0, 0, canvas.width, canvas.height);
    paper.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((done, failed) =>
      canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error('no picture'))), 'image/png'),
    );
  } finally {
    URL.revokeObjectURL(address);
  }
}

function save(content: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

const fileName = (name: string) =>
  name
    .replace(/[\\/:*?"<>|]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 120);
