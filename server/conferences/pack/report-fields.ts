import { figuresTable } from '#server/conferences/pack/figures-table.ts';
import { movementLevelLabel, type PackSource } from '#server/conferences/pack/pack-source.ts';
import { absentWords, figureFields, indicatorFields, pledgeWords } from '#server/conferences/pack/report-figures.ts';
import { contributionLines, type ReportPart } from '#shared/conferences/report-parts.rules.ts';
import { localityOf, signerOf } from '#shared/conferences/signer.rules.ts';
import { formatDate, longDate } from '#shared/core/dates.ts';
import { formatScaled } from '#shared/core/numbers.ts';
import { RECIPIENT_KIND_LABELS } from '#shared/recipients/recipients.schema.ts';

/** What the fields of the summary report are called in a template, filled; papers are Vietnamese only. */
export type ReportFields = Awaited<ReturnType<typeof reportFields>>;

/** The summary report in words and figures, in NFC, and the whole table of figures as raw XML. */
export async function reportFields(source: PackSource) {
  return { ...wordFields(source), bang_so_lieu: await figuresTable(source.summary, WHOLE[source.clusterKind]) };
}

const CALLED = { cluster: 'Cụm', bloc: 'Khối' } as const;
const WHOLE = { cluster: 'Toàn cụm', bloc: 'Toàn khối' } as const;

function wordFields(source: PackSource) {
  const { mark, conference, clusterKind, summary, movements, exemplars, nominations, recommendations } = source;
  const { clusterYear, members } = summary;
  const head = conference.conference?.head;
  const sent = members.filter(({ status }) => status !== null && status !== 'draft');
  const late = members.filter((member) => !sent.includes(member)).map(({ name }) => name);
  const signer = signerOf(head?.chairedBy ?? '', clusterKind);
  const part = (which: ReportPart) =>
    contributionLines(source.texts, which).map(({ unitName, heading, text, line }) => ({
      don_vi: unitName,
      de_muc: heading,
      noi_dung: text,
      dong: line,
    }));
  return normalized({
    minh_hoa: mark,
    cum: clusterYear.clusterName.toLocaleUpperCase('vi'),
    ten_cum: clusterYear.clusterName,
    cum_khoi: CALLED[clusterKind],
    nam: String(clusterYear.year),
    nam_sau: String(clusterYear.year + 1),
    dia_danh_ngay: head
      ? [localityOf(head.place), longDate(head.heldOn)].filter(Boolean).join(', ')
      : '…, ngày … tháng … năm …',
    hoi_nghi: head?.title ?? '',
    so_don_vi: String(members.length),
    don_vi: members.map(({ name }) => name).join(', '),
    tinh_hinh_bao_cao:
      `${sent.length}/${members.length} đơn vị đã gửi báo cáo năm` +
      (late.length > 0 ? `; chưa có báo cáo của: ${late.join(', ')}.` : '.'),
    tinh_hinh: part('situation'),
    phong_trao: numbered(
      movements.map(({ name, level, periodFrom, periodTo, document }) => ({
        ten: name,
        cap: movementLevelLabel(level),
        phat_dong: lowered(movementLevelLabel(level)),
        thoi_gian: [periodFrom, periodTo].map((day) => (day ? formatDate(day) : '')).join(' - '),
        van_ban: document ?? '',
      })),
    ),
    thieu_so_lieu: absentWords(summary),
    chi_tieu: indicatorFields(summary),
    ket_qua_giao_uoc: pledgeWords(summary, clusterYear.year),
    so_lieu: figureFields(summary, WHOLE[clusterKind]),
    dien_hinh: numbered(
      exemplars.map(({ title, unitName, presenter, place }) => ({
        ten: title,
        don_vi: unitName,
        gioi_thieu: presenter,
        dia_chi: place,
      })),
    ),
    tong_khen_thuong: awardWords(nominations),
    khen_thuong: numbered(
      nominations.map(({ name, recipientKind, workplace, unitName, awardName }) => ({
        ten: name,
        loai: RECIPIENT_KIND_LABELS[recipientKind].vi,
        don_vi: workplace || unitName,
        tinh: unitName,
        hinh_thuc: awardName,
      })),
    ),
    han_che: part('shortfalls'),
    phuong_huong: part('direction'),
    ...nextPledgeFields(source.nextPledge),
    kien_nghi: recommendations.map(({ number, content, madeBy, leadOffice, dueOn }) => ({
      stt: String(number),
      noi_dung: content,
      nguoi_neu: madeBy,
      chu_tri: leadOffice,
      han: dueOn ? formatDate(dueOn) : '',
    })),
    de_xuat: part('proposals'),
    chuong_trinh: (conference.conference?.agenda ?? []).map(({ startsAt, content, speaker }) => ({
      gio: startsAt,
      noi_dung: content,
      nguoi: speaker,
    })),
    chu_tri: head?.chairedBy ?? '',
    thay_mat: signer.behalf,
    chuc_vu: signer.office,
    chuc_danh_ky: signer.homeOffice,
    nguoi_ky: signer.name,
    noi_nhan: [
      { dong: '- Cơ quan thi đua, khen thưởng cấp trên (để báo cáo);' },
      { dong: `- Các đơn vị thành viên ${CALLED[clusterKind]};` },
      { dong: '- Lưu: VT.' },
    ],
  });
}

/** What the members have agreed for the next year, and the targets that can be added up. */
function nextPledgeFields(pledge: PackSource['nextPledge']) {
  const targets = pledge?.indicators.filter(({ total }) => total.value !== null) ?? [];
  const agreed = pledge && `Giao ước thi đua năm ${pledge.year} đã được các đơn vị`;
  return {
    giao_uoc_loi: agreed ? `${agreed} ${pledge.isPublished ? 'ký kết' : 'thống nhất nội dung (chưa phát hành)'}:` : '',
    giao_uoc_nam_sau: (pledge?.jointText.split('\n') ?? [])
      .map((line) => line.trim())
      .filter(Boolean)
      .map((dong) => ({ dong })),
    chi_tieu_nam_sau: numbered(
      targets.map(({ name, unitOfMeasure, decimals, total }) => ({
        ten: `${name} (${unitOfMeasure})`,
        toan_cum: formatScaled(total.value!, decimals),
      })),
    ),
  };
}

/** How many recipients of each kind are proposed; '' for none. */
function awardWords(nominations: PackSource['nominations']): string {
  if (nominations.length === 0) return '';
  const kinds = [...Map.groupBy(nominations, ({ recipientKind }) => recipientKind)]
    .toSorted(([, one], [, other]) => other.length - one.length)
    .map(([kind, rows]) => `${rows.length} ${lowered(RECIPIENT_KIND_LABELS[kind].vi)}`);
  return `Có ${formatScaled(nominations.length, 0)} đề nghị khen thưởng đã được thẩm định, gồm ${kinds.join(', ')}.`;
}

const lowered = (text: string) => text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);

const numbered = <Row extends object>(rows: readonly Row[]) =>
  rows.map((row, index) => ({ stt: String(index + 1), ...row }));

/** Decomposed letters look right but nobody finds them. */
function normalized<Value>(value: Value): Value {
  if (typeof value === 'string') return value.normalize('NFC') as Value;
  if (Array.isArray(value)) return value.map(normalized) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, normalized(one)])) as Value;
}
