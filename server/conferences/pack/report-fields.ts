import { movementLevelLabel, type PackSource } from '#server/conferences/pack/pack-source.ts';
import { formatDate, longDate } from '#shared/core/dates.ts';
import { formatScaled } from '#shared/core/numbers.ts';
import { RECIPIENT_KIND_LABELS } from '#shared/recipients/recipients.schema.ts';

/** What the fields of the summary report are called in a template, filled; papers are Vietnamese only. */
export type ReportFields = ReturnType<typeof reportFields>;

type Indicator = PackSource['summary']['indicators'][number];

/** The summary report in words and figures, in NFC. Pure. */
export function reportFields({
  mark,
  conference,
  summary,
  movements,
  exemplars,
  nominations,
  recommendations,
}: PackSource) {
  const { clusterYear, members, indicators } = summary;
  const head = conference.conference?.head;
  const sent = members.filter(({ status }) => status !== null && status !== 'draft');
  const late = members.filter((member) => !sent.includes(member)).map(({ name }) => name);
  const names = new Map(members.map(({ unitId, name }) => [unitId, name]));
  return normalized({
    minh_hoa: mark,
    cum: clusterYear.clusterName.toUpperCase(),
    nam: String(clusterYear.year),
    nam_sau: String(clusterYear.year + 1),
    dia_danh_ngay: head ? [head.place, longDate(head.heldOn)].filter(Boolean).join(', ') : 'ngày … tháng … năm …',
    hoi_nghi: head?.title ?? '',
    so_don_vi: String(members.length),
    don_vi: members.map(({ name }) => name).join(', '),
    tinh_hinh_bao_cao:
      `${sent.length}/${members.length} đơn vị đã gửi báo cáo năm` +
      (late.length > 0 ? `; chưa có báo cáo của: ${late.join(', ')}.` : '.'),
    phong_trao: numbered(
      movements.map(({ name, level, periodFrom, periodTo, document }) => ({
        ten: name,
        cap: movementLevelLabel(level),
        thoi_gian: [periodFrom, periodTo].map((day) => (day ? formatDate(day) : '')).join(' - '),
        van_ban: document ?? '',
      })),
    ),
    chi_tieu: numbered(indicators.map((one) => ({ ten: one.name, ket_qua: resultOf(one, names) }))),
    so_lieu: indicators.flatMap((one, index) =>
      one.members.map((line, at) => ({
        stt: at === 0 ? String(index + 1) : '',
        chi_tieu: at === 0 ? `${one.name} (${one.unitOfMeasure})` : '',
        don_vi: names.get(line.unitId) ?? '',
        ke_hoach: figure(line.target, one.decimals),
        thuc_hien: line.value === null ? STATE[line.state] : figure(line.value, one.decimals),
      })),
    ),
    dien_hinh: numbered(
      exemplars.map(({ title, unitName, presenter, place }) => ({
        ten: title,
        don_vi: unitName,
        gioi_thieu: presenter,
        dia_chi: place,
      })),
    ),
    khen_thuong: numbered(
      nominations.map(({ name, recipientKind, workplace, unitName, awardName }) => ({
        ten: name,
        loai: RECIPIENT_KIND_LABELS[recipientKind].vi,
        don_vi: workplace || unitName,
        tinh: unitName,
        hinh_thuc: awardName,
      })),
    ),
    kien_nghi: recommendations.map(({ number, content, madeBy, leadOffice, dueOn }) => ({
      stt: String(number),
      noi_dung: content,
      nguoi_neu: madeBy,
      chu_tri: leadOffice,
      han: dueOn ? formatDate(dueOn) : '',
    })),
    chuong_trinh: (conference.conference?.agenda ?? []).map(({ startsAt, content, speaker }) => ({
      gio: startsAt,
      noi_dung: content,
      nguoi: speaker,
    })),
    chu_tri: head?.chairedBy ?? '',
  });
}

/** In place of a figure that is not there: never a zero. */
const STATE = { figure: '', missing: 'không có số', 'not-sent': 'chưa báo cáo', completing: 'đang bổ sung' } as const;

const figure = (value: number | null, decimals: number) => (value === null ? '–' : formatScaled(value, decimals));

/** The words the office keeps, else the computed wording, else the total; who is missing is said. */
function resultOf(one: Indicator, names: ReadonlyMap<string, string>): string {
  if (one.paperNote) return one.paperNote.content;
  if (one.paper !== null) return one.paper;
  if (one.total.value === null) return 'không cộng chung toàn cụm';
  const total = `${formatScaled(one.total.value, one.decimals)} ${one.unitOfMeasure}`;
  const missing = one.members.filter(({ value }) => value === null).map(({ unitId }) => names.get(unitId) ?? '');
  return missing.length > 0 ? `${total} (chưa gồm: ${missing.join(', ')})` : total;
}

const numbered = <Row extends object>(rows: readonly Row[]) =>
  rows.map((row, index) => ({ stt: String(index + 1), ...row }));

/** Decomposed letters look right but nobody finds them. */
function normalized<Value>(value: Value): Value {
  if (typeof value === 'string') return value.normalize('NFC') as Value;
  if (Array.isArray(value)) return value.map(normalized) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, normalized(one)])) as Value;
}
