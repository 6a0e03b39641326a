/**
 * The SQL of the three operations, bare. It says what the application's queries say (test/bench/floor.test.ts holds
 * the answers equal), with nothing of the application around it. Each parameter stands once and in order.
 */
export const LIST = `
  select a.id, a.decision_id as "decisionId", a.award_code as "awardCode", f.name as "awardName",
    a.unit_id as "unitId", u.name as "unitName", a.year, a.decision_number as "decisionNumber",
    a.decided_on as "decidedOn", a.recipient_kind as "recipientKind", a.printed_name as "printedName",
    a.printed_place as "printedPlace", a.way, a.sex, a.person_class as "personClass", a.area_class as "areaClass",
    a.field, a.recipient_id as "recipientId", a.status, a.is_demo as "isDemo"
  from award a join unit u on u.id = a.unit_id join award_form f on f.code = a.award_code
  where a.year = $1 and a.unit_id = $2
  order by a.decided_on desc, a.id desc limit $3`;

export const DEEP = LIST.replace('where a.year = $1 and a.unit_id = $2', 'where (a.decided_on, a.id) < ($1, $2)');

const FACETS = {
  form: 'award_code',
  kind: 'recipient_kind',
  way: 'way',
  class: 'person_class',
  sex: 'sex',
  area: 'area_class',
};
export const AGGREGATE = [
  ...Object.entries(FACETS).map(
    ([dimension, column]) => `select '${dimension}' as dimension, ${column} as value, count(*) as awards from award
      where status = 'active' and ${column} is not null group by ${column}`,
  ),
  `select 'status', status, count(*) from award group by status`,
].join(' union all ');
export const BY_YEAR = `select year, count(*) as awards from award where status = 'active' group by year order by year`;

export const AWARD = `
  select a.id, a.recipient_id as "recipientId", a.decision_id as "decisionId", a.nomination_id as "nominationId",
    a.cluster_year_id as "clusterYearId", a.award_code as "awardCode", a.award_version_id as "awardVersionId",
    a.unit_id as "unitId", a.issuing_unit_id as "issuingUnitId", a.year, a.decision_number as "decisionNumber",
    a.decided_on as "decidedOn", a.recipient_kind as "recipientKind", a.printed_name as "printedName",
    a.printed_place as "printedPlace", a.sentence, a.achievement, a.way, a.sex, a.person_class as "personClass",
    a.area_class as "areaClass", a.is_border_area as "isBorderArea", a.is_small_collective as "isSmallCollective",
    a.field, a.coefficient_hundredths as "coefficientHundredths", a.base_salary_vnd as "baseSalaryVnd",
    a.prize_raw_vnd as "prizeRawVnd", a.prize_vnd as "prizeVnd", a.prize_certainty as "prizeCertainty", a.status,
    a.is_demo as "isDemo", a.version, u.name as "unitName", i.name as "issuingUnitName", f.name as "awardName",
    d.status as "decisionStatus", d.signatory_name as "signatoryName", d.signatory_capacity as "signatoryCapacity",
    d.cancel_number as "cancelNumber", d.cancelled_on as "cancelledOn"
  from award a join unit u on u.id = a.unit_id join unit i on i.id = a.issuing_unit_id
    join award_form f on f.code = a.award_code left join decision d on d.id = a.decision_id
  where a.id = $1`;

export const CERTIFICATES = `
  select id, golden_book_number as "goldenBookNumber", golden_book_year as "goldenBookYear",
    verify_code as "verifyCode", status, cancelled_on as "cancelledOn"
  from certificate where award_id = $1 order by id`;

export const OTHER_AWARDS = `
  select a.id, a.year, a.decision_number as "decisionNumber", a.decided_on as "decidedOn", a.status,
    f.name as "awardName"
  from award a join award_form f on f.code = a.award_code
  where a.recipient_id = $1 and a.id <> $2
  order by a.decided_on desc, a.id desc limit 50`;

export const INSERT_RECIPIENT = `
  insert into recipient (id, kind, name, name_fold, sex, birth_year, unit_id, place, is_demo, search_text, name_sort)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`;

export const INSERT_AWARD = `
  insert into award (id, recipient_id, award_code, unit_id, issuing_unit_id, year, decision_number, decided_on,
    recipient_kind, printed_name, printed_place, name_fold, sentence, way, sex, person_class, is_demo, search_text,
    name_sort)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)`;

export const INSERT_AUDIT_ENTRY = `
  insert into audit_entry (id, at, actor_id, actor_name, action, subject_kind, subject_id, subject_label, unit_id,
    salt, leaf_hash)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`;

const CHANGES = 6;
export const INSERT_AUDIT_CHANGES = `
  insert into audit_change (entry_id, position, field, old_value, new_value)
  values ${Array.from({ length: CHANGES }, (_, row) => `(${[1, 2, 3, 4, 5].map((column) => `$${row * 5 + column}`).join(', ')})`).join(', ')}`;

/** SQLite counts question marks. */
export const forSqlite = (sql: string): string => sql.replace(/\$\d+/g, '?');
