import PizZip from 'pizzip';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OOXML = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const DEFLATE = { type: 'uint8array', compression: 'DEFLATE' } as const;

type Style = { bold?: true; italic?: true; size?: number; align?: 'center' | 'right' | 'left'; indent?: false };

/** A paragraph; half points of 14 pt unless told, first line moved in by 1 cm as the decree has it. */
function p(text: string, { bold, italic, size = 28, align, indent }: Style = {}): string {
  const run = `${bold ? '<w:b/>' : ''}${italic ? '<w:i/>' : ''}<w:sz w:val="${size}"/>`;
  const isBody = align === undefined && indent !== false;
  const shape = isBody ? '<w:ind w:firstLine="567"/><w:jc w:val="both"/>' : `<w:jc w:val="${align ?? 'left'}"/>`;
  const space = `<w:spacing w:before="${isBody ? 60 : 0}" w:after="${isBody ? 60 : 0}"/>`;
  return `<w:p><w:pPr>${space}${shape}</w:pPr><w:r><w:rPr>${run}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}

/** A table with heads that come again on every page and one row that is repeated; widths in twentieths of a point. */
function table(list: string, columns: readonly (readonly [head: string, field: string, width: number])[]): string {
  const cell = (width: number, inside: string) =>
    `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${inside}</w:tc>`;
  const heads = columns.map(([head, , width]) => cell(width, p(head, { bold: true, size: 24, align: 'center' })));
  const fields = columns.map(([, field, width], index) => {
    const open = index === 0 ? `{#${list}}` : '';
    const close = index === columns.length - 1 ? `{/${list}}` : '';
    return cell(width, p(`${open}{${field}}${close}`, { size: 24, indent: false }));
  });
  const line = (side: string) => `<w:${side} w:val="single" w:sz="4" w:color="000000"/>`;
  const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(line).join('');
  const grid = columns.map(([, , width]) => `<w:gridCol w:w="${width}"/>`).join('');
  return (
    `<w:tbl><w:tblPr><w:tblW w:w="9354" w:type="dxa"/><w:tblBorders>${borders}</w:tblBorders></w:tblPr>` +
    `<w:tblGrid>${grid}</w:tblGrid>` +
    `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${heads.join('')}</w:tr>` +
    `<w:tr><w:trPr><w:cantSplit/></w:trPr>${fields.join('')}</w:tr></w:tbl>`
  );
}

/** Organ on the left, country and motto on the right: Decree 30/2020/NĐ-CP, Annex I, part II. */
const heading = (() => {
  const cell = (width: number, inside: string) =>
    `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${inside}</w:tc>`;
  const left = p('{cum}', { bold: true, size: 26, align: 'center' }) + p('Số: …/BC', { size: 26, align: 'center' });
  const right =
    p('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { bold: true, size: 24, align: 'center' }) +
    p('Độc lập - Tự do - Hạnh phúc', { bold: true, size: 26, align: 'center' }) +
    p('{dia_danh_ngay}', { italic: true, size: 26, align: 'center' });
  return (
    '<w:tbl><w:tblPr><w:tblW w:w="9354" w:type="dxa"/></w:tblPr>' +
    '<w:tblGrid><w:gridCol w:w="3700"/><w:gridCol w:w="5654"/></w:tblGrid>' +
    `<w:tr>${cell(3700, left)}${cell(5654, right)}</w:tr></w:tbl>`
  );
})();

const section = (text: string) => p(text, { bold: true });

const BODY = [
  heading,
  p('{minh_hoa}', { italic: true, size: 26, align: 'center' }),
  p('BÁO CÁO', { bold: true, align: 'center' }),
  p('Tổng kết công tác thi đua, khen thưởng năm {nam}, phương hướng năm {nam_sau}', { bold: true, align: 'center' }),
  p(''),
  section('I. TÌNH HÌNH CHUNG'),
  p(
    'Thực hiện quy định của pháp luật về thi đua, khen thưởng và Giao ước thi đua năm {nam} của Cụm, cơ quan thường trực Cụm báo cáo như sau:',
  ),
  p('Cụm gồm {so_don_vi} đơn vị: {don_vi}. {tinh_hinh_bao_cao}'),
  section('II. PHONG TRÀO THI ĐUA'),
  p('{#phong_trao}'),
  p('{stt}. {ten} ({cap})'),
  p('{/phong_trao}'),
  section('III. KẾT QUẢ THỰC HIỆN CHỈ TIÊU'),
  p('{#chi_tieu}'),
  p('{stt}. {ten}: {ket_qua}.'),
  p('{/chi_tieu}'),
  section('IV. ĐIỂN HÌNH TIÊN TIẾN, MÔ HÌNH HAY'),
  p('{#dien_hinh}'),
  p('{stt}. {ten} ({don_vi}).'),
  p('{/dien_hinh}'),
  section('V. ĐỀ NGHỊ KHEN THƯỞNG'),
  table('khen_thuong', [
    ['STT', 'stt', 700],
    ['Tập thể, cá nhân', 'ten', 3400],
    ['Đơn vị', 'don_vi', 2854],
    ['Hình thức', 'hinh_thuc', 2400],
  ]),
  section('VI. Ý KIẾN CHỈ ĐẠO, ĐỀ NGHỊ'),
  p('{#kien_nghi}'),
  p('{stt}. {noi_dung} ({nguoi_neu}; chủ trì: {chu_tri})'),
  p('{/kien_nghi}'),
  p(''),
  p('TM. CỤM THI ĐUA', { bold: true, align: 'right' }),
  p('CỤM TRƯỞNG', { bold: true, align: 'right' }),
  '<w:p><w:r><w:br w:type="page"/></w:r></w:p>',
  p('PHỤ LỤC I: SỐ LIỆU CỦA TỪNG ĐƠN VỊ', { bold: true, align: 'center' }),
  table('so_lieu', [
    ['STT', 'stt', 700],
    ['Chỉ tiêu (đơn vị tính)', 'chi_tieu', 3654],
    ['Đơn vị', 'don_vi', 1800],
    ['Kế hoạch', 'ke_hoach', 1600],
    ['Thực hiện', 'thuc_hien', 1600],
  ]),
  p(''),
  p('PHỤ LỤC II: CHƯƠNG TRÌNH HỘI NGHỊ', { bold: true, align: 'center' }),
  table('chuong_trinh', [
    ['Giờ', 'gio', 900],
    ['Nội dung', 'noi_dung', 5254],
    ['Người thực hiện', 'nguoi', 3200],
  ]),
  // A4; above and below 20 mm, left 30 mm, right 15 mm.
  '<w:sectPr><w:headerReference w:type="default" r:id="rId2"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="851" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/><w:titlePg/></w:sectPr>',
].join('');

const STYLES =
  `${XML}<w:styles xmlns:w="${W}"><w:docDefaults><w:rPrDefault><w:rPr>` +
  '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/><w:sz w:val="28"/><w:lang w:val="vi-VN"/>' +
  '</w:rPr></w:rPrDefault></w:docDefaults></w:styles>';

/** The number of the page in the middle above, from the second page on. */
const HEADER =
  `${XML}<w:hdr xmlns:w="${W}"><w:p><w:pPr><w:jc w:val="center"/></w:pPr>` +
  '<w:fldSimple w:instr="PAGE"><w:r><w:rPr><w:sz w:val="26"/></w:rPr><w:t>2</w:t></w:r></w:fldSimple></w:p></w:hdr>';

/** The summary report as the program brings it: a Word file with fields in braces. */
export function reportTemplate(): Uint8Array {
  const zip = new PizZip();
  zip.file(
    '[Content_Types].xml',
    `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${OOXML}.document.main+xml"/><Override PartName="/word/header1.xml" ContentType="${OOXML}.header+xml"/><Override PartName="/word/styles.xml" ContentType="${OOXML}.styles+xml"/></Types>`,
  );
  const relations = (targets: Readonly<Record<string, string>>) =>
    `${XML}<Relationships xmlns="${PACKAGE}/relationships">${Object.entries(targets)
      .map(
        ([kind, target], index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${kind}" Target="${target}"/>`,
      )
      .join('')}</Relationships>`;
  zip.file('_rels/.rels', relations({ officeDocument: 'word/document.xml' }));
  zip.file('word/_rels/document.xml.rels', relations({ styles: 'styles.xml', header: 'header1.xml' }));
  zip.file('word/header1.xml', HEADER);
  zip.file('word/styles.xml', STYLES);
  zip.file(
    'word/document.xml',
    `${XML}<w:document xmlns:w="${W}" xmlns:r="${OFFICE}"><w:body>${BODY}</w:body></w:document>`,
  );
  return zip.generate(DEFLATE);
}
