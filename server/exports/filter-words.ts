import { findAwardForm } from '#db/awards/awards.queries.ts';
import { findClusterYear } from '#db/clusters/clusters.queries.ts';
import type { Reader } from '#db/database.ts';
import { findDecisionNumber } from '#db/exports/exports.queries.ts';
import { findRunName } from '#db/imports/imports.queries.ts';
import { findVersion } from '#db/indicators/indicators.queries.ts';
import { findUnit } from '#db/units/units.queries.ts';
import type { Access } from '#shared/accounts/permissions.ts';
import type { Language, Localized } from '#shared/core/localized.ts';
import { DECISION_STATUS_LABELS } from '#shared/decisions/decisions.schema.ts';
import { AWARD_LEVEL_LABELS } from '#shared/exports/exports.labels.ts';
import type { ExportList, ExportPreview } from '#shared/exports/exports.schema.ts';
import { NOMINATION_STATUS_LABELS, WAY_LABELS } from '#shared/nominations/nominations.schema.ts';
import { ETHNICITIES } from '#shared/recipients/ethnicity.codes.ts';
import {
  AREA_CLASS_LABELS,
  PERSON_CLASS_LABELS,
  RECIPIENT_KIND_LABELS,
  SEX_LABELS,
} from '#shared/recipients/recipients.schema.ts';
import { AWARD_STATUS_LABELS } from '#shared/registry/registry.labels.ts';
import { REPORT_PERIOD_LABELS } from '#shared/reports/reports.schema.ts';
import { BOARD_SHOW_LABELS } from '#shared/reports/reviewing.labels.ts';

/** Every filter an export may carry; those of one list are a part of these. */
type AnyFilters = Partial<Record<string, string | number>>;

const NONE: Localized = { vi: 'Không lọc, toàn bộ danh sách được xem', en: 'None: the whole list in reach' };
const HIDDEN: Localized = { vi: '(có lọc)', en: '(filtered)' };

const NAMES = {
  clusterYearId: { vi: 'Năm thi đua', en: 'Emulation year' },
  period: { vi: 'Kỳ báo cáo', en: 'Period' },
  show: { vi: 'Chỉ xem', en: 'Shown' },
  q: { vi: 'Từ tìm', en: 'Search' },
  year: { vi: 'Năm', en: 'Year' },
  yearFrom: { vi: 'Từ năm', en: 'From' },
  yearTo: { vi: 'Đến năm', en: 'To' },
  unitId: { vi: 'Tỉnh, đơn vị', en: 'Unit' },
  indicatorVersionId: { vi: 'Chỉ tiêu', en: 'Indicator' },
  view: { vi: 'Địa danh', en: 'Places' },
  awardCode: { vi: 'Hình thức khen thưởng', en: 'Award' },
  level: { vi: 'Cấp khen', en: 'Level' },
  kind: { vi: 'Đối tượng', en: 'Kind' },
  personClass: { vi: 'Phân loại đối tượng', en: 'Class of person' },
  sex: { vi: 'Giới tính', en: 'Sex' },
  ethnicity: { vi: 'Dân tộc', en: 'Ethnicity' },
  areaClass: { vi: 'Khu vực', en: 'Area' },
  field: { vi: 'Lĩnh vực', en: 'Field' },
  way: { vi: 'Loại hình', en: 'Way' },
  decisionId: { vi: 'Quyết định', en: 'Decision' },
  decision: { vi: 'Số quyết định', en: 'Decision number' },
  importRunId: { vi: 'Lần nhập', en: 'Import' },
  status: { vi: 'Trạng thái', en: 'State' },
} as const satisfies Record<string, Localized>;

const VALUES: Readonly<Record<string, Readonly<Record<string, Localized>>>> = {
  kind: RECIPIENT_KIND_LABELS,
  personClass: PERSON_CLASS_LABELS,
  sex: SEX_LABELS,
  areaClass: AREA_CLASS_LABELS,
  way: WAY_LABELS,
  status: AWARD_STATUS_LABELS,
  'status of nominations': NOMINATION_STATUS_LABELS,
  'status of decisions': DECISION_STATUS_LABELS,
  level: AWARD_LEVEL_LABELS,
  period: REPORT_PERIOD_LABELS,
  show: BOARD_SHOW_LABELS,
  'view of summary': {
    'khi-khen': { vi: 'tại thời điểm báo cáo', en: 'as at the report' },
    'hien-nay': { vi: 'quy về đơn vị hiện nay', en: 'mapped to the units of today' },
  },
  view: {
    'khi-khen': { vi: 'khi khen', en: 'as at the award' },
    'hien-nay': { vi: 'hiện nay, gồm đơn vị tiền thân', en: 'as today, predecessors among them' },
  },
};

/**
 * The filters of a list as one line of words: 'Năm: 2024; Tỉnh, đơn vị: Lạng Sơn'.
 * @param access of whoever reads the list: what it names has to be in reach
 * @param hideSensitive for the log: which ethnicity was asked for is not said
 */
export async function filterWords(
  db: Reader,
  access: Access,
  { list, filters }: ExportPreview,
  lang: Language,
  hideSensitive = false,
): Promise<string> {
  const given = filters as AnyFilters;
  const parts: string[] = [];
  for (const [id, name] of Object.entries(NAMES)) {
    const value = given[id];
    if (value === undefined || value === '') continue;
    const word =
      id === 'ethnicity' && hideSensitive
        ? HIDDEN[lang]
        : await valueWord(db, access, { list, id, value: String(value) }, lang);
    parts.push(`${name[lang]}: ${word}`);
  }
  return parts.length === 0 ? NONE[lang] : parts.join('; ');
}

type Given = { list: ExportList; id: string; value: string };

async function valueWord(db: Reader, access: Access, { list, id, value }: Given, lang: Language): Promise<string> {
  if (id === 'unitId') return (await findUnit(db, value))?.name ?? value;
  if (id === 'indicatorVersionId') return (await findVersion(db, value))?.name ?? value;
  if (id === 'awardCode') return (await findAwardForm(db, value))?.name ?? value;
  if (id === 'clusterYearId') {
    const year = await findClusterYear(db, access, value);
    return year ? `${year.year}, ${year.shortName}` : value;
  }
  if (id === 'importRunId') return (await findRunName(db, access, value))?.fileName ?? value;
  if (id === 'decisionId') return (await findDecisionNumber(db, access, value)) ?? value;
  if (id === 'ethnicity') return (ETHNICITIES as Readonly<Record<string, string>>)[value] ?? value;
  const ofList = `${id} of ${list}`;
  const known = VALUES[Object.hasOwn(VALUES, ofList) ? ofList : id];
  return known && Object.hasOwn(known, value) ? known[value]![lang] : value;
}
