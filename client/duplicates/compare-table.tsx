import { Trans, useLingui } from '@lingui/react/macro';
import { Text } from '@mantine/core';
import { Link } from 'react-router';
import { paths } from '#client/core/paths.ts';
import { useWords } from '#client/core/words.ts';
import type { Chosen, Pair, PairSide } from '#client/duplicates/duplicate-types.ts';
import css from '#client/duplicates/duplicates.module.css';
import { useFieldText } from '#client/duplicates/field-text.ts';
import { DUPLICATE_FIELD_LABELS } from '#shared/duplicates/duplicates.labels.ts';
import { MERGE_FIELDS, type MergeField } from '#shared/duplicates/duplicates.schema.ts';
import { RECIPIENT_KIND_LABELS } from '#shared/recipients/recipients.schema.ts';

type Props = {
  pair: Pair;
  /** Undefined: only to look at. */
  chosen: Chosen | undefined;
  onKeep: (at: 0 | 1) => void;
  onChoose: (field: MergeField, at: 0 | 1) => void;
};

/** Two records side by side; what differs is marked, and of it one value is chosen. One group of radios for each row. */
export function CompareTable({ pair, chosen, onKeep, onChoose }: Props) {
  const { t } = useLingui();
  const { label } = useWords();
  const fields = MERGE_FIELDS.filter((field) => isAsked(field, pair));
  return (
    <table className={css.compare}>
      <caption hidden>{t`So sánh hai hồ sơ`}</caption>
      <thead>
        <tr>
          <th scope="col">
            <Trans>Nội dung</Trans>
          </th>
          {pair.sides.map((side, at) => (
            <th key={side.id} scope="col">
              <SideHead side={side} at={at as 0 | 1} chosen={chosen} onKeep={onKeep} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {fields.map((field) => {
          const differs = pair.differs.includes(field);
          const word = label(DUPLICATE_FIELD_LABELS[field]!);
          return (
            <tr key={field} className={differs ? css.differs : undefined}>
              <th scope="row">
                {word}
                {differs && (
                  <Text span size="xs" className={css.mark}>
                    <Trans>khác nhau</Trans>
                  </Text>
                )}
              </th>
              {pair.sides.map((side, at) => (
                <td key={side.id}>
                  <Value
                    side={side}
                    field={field}
                    word={word}
                    isAsked={differs && chosen !== undefined}
                    isChosen={chosen?.values[field] === at}
                    onChoose={() => onChoose(field, at as 0 | 1)}
                  />
                </td>
              ))}
            </tr>
          );
        })}
        <tr>
          <th scope="row">
            <Trans>Tên khác</Trans>
          </th>
          {pair.sides.map((side) => (
            <td key={side.id}>{side.otherNames.join('; ') || '–'}</td>
          ))}
        </tr>
        <Belongings sides={pair.sides} />
      </tbody>
    </table>
  );
}

/** Fields that this kind of recipient has, or that one of the two has all the same. */
function isAsked(field: MergeField, { sides, differs }: Pair): boolean {
  if (differs.includes(field)) return true;
  const isCollective = sides[0]?.kind === 'collective';
  if (field === 'foundedOn') return isCollective;
  return !(isCollective && ['sex', 'birth', 'positionHeld', 'cccd', 'ethnicity'].includes(field));
}

type SideHeadProps = { side: PairSide; at: 0 | 1; chosen: Chosen | undefined; onKeep: (at: 0 | 1) => void };

function SideHead({ side, at, chosen, onKeep }: SideHeadProps) {
  const { label } = useWords();
  return (
    <div className={css.side}>
      {side.isInReach ? <Link to={paths.recipient.to(side.id)}>{side.name}</Link> : side.name}
      <Text span size="sm" c="gray.7" fw={400}>
        {label(RECIPIENT_KIND_LABELS[side.kind])}
        {side.isDemo === 1 && (
          <>
            {' '}
            · <Trans>dữ liệu minh họa</Trans>
          </>
        )}
      </Text>
      {chosen && (
        <label className={css.option}>
          <input type="radio" name="kept" checked={chosen.keptAt === at} onChange={() => onKeep(at)} />
          <Trans>Giữ hồ sơ này</Trans>
        </label>
      )}
    </div>
  );
}

type ValueProps = {
  side: PairSide;
  field: MergeField;
  word: string;
  isAsked: boolean;
  isChosen: boolean;
  onChoose: () => void;
};

function Value({ side, field, word, isAsked, isChosen, onChoose }: ValueProps) {
  const text = useFieldText(side, field);
  if (!isAsked) return <>{text}</>;
  return (
    <label className={css.option}>
      <input type="radio" name={field} aria-label={`${word}: ${text}`} checked={isChosen} onChange={onChoose} />
      <span className={isChosen ? css.chosen : undefined}>{text}</span>
    </label>
  );
}

/** What hangs on each record; all of it comes together. */
function Belongings({ sides }: { sides: readonly PairSide[] }) {
  return (
    <>
      <tr>
        <th scope="row">
          <Trans>Thuộc hồ sơ</Trans>
        </th>
        {sides.map(({ id, counts: { awards, certificates, nominations, holds, documents } }) => (
          <td key={id} className="tabular">
            <Trans>
              {awards} lượt khen · {certificates} bằng · {nominations} đề nghị · {holds} lần tạm dừng xét khen thưởng ·{' '}
              {documents} tài liệu
            </Trans>
          </td>
        ))}
      </tr>
      <tr>
        <th scope="row">
          <Trans>Khen gần đây</Trans>
        </th>
        {sides.map((side) => (
          <td key={side.id}>
            <LatestAwards side={side} />
          </td>
        ))}
      </tr>
    </>
  );
}

function LatestAwards({ side }: { side: PairSide }) {
  if (!side.isInReach)
    return (
      <Text c="gray.7">
        <Trans>Hồ sơ của đơn vị khác: không hiện chi tiết</Trans>
      </Text>
    );
  if (side.awards.length === 0) return <>–</>;
  return (
    <ul className={css.awards}>
      {side.awards.map((award) => (
        <li key={award.id}>
          <span className="tabular">{award.year}</span> · {award.awardName} · {award.decisionNumber}
          {award.printedName !== side.name && (
            <Text span size="sm" c="gray.7">
              {' '}
              (<Trans>in là “{award.printedName}”</Trans>)
            </Text>
          )}
        </li>
      ))}
    </ul>
  );
}
