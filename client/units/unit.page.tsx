import { Trans, useLingui } from '@lingui/react/macro';
import { Alert, Anchor, Stack, Title } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, type LoaderFunctionArgs, useParams } from 'react-router';
import { apiContext, useTRPC } from '#client/core/api.ts';
import { Fact, Facts } from '#client/core/facts.tsx';
import { PageHeader } from '#client/core/page-header.tsx';
import { paths } from '#client/core/paths.ts';
import { RecordHistory } from '#client/core/record-history.tsx';
import { useSession } from '#client/core/session.tsx';
import { useWords } from '#client/core/words.ts';
import { useSpanText } from '#client/units/span-text.ts';
import { UnitActions } from '#client/units/unit-actions.tsx';
import type { UnitPage } from '#client/units/unit-types.ts';
import css from '#client/units/units.module.css';
import { formatDate } from '#shared/core/dates.ts';
import { percentText } from '#shared/units/units.rules.ts';
import { UNIT_KIND_LABELS, type UnitId } from '#shared/units/units.schema.ts';

const inputOf = (id: string | undefined) => ({ id: (id ?? '') as UnitId });

export async function loader({ context, params }: LoaderFunctionArgs): Promise<null> {
  const { queryClient, trpc } = context.get(apiContext);
  await queryClient.ensureQueryData(trpc.units.byId.queryOptions(inputOf(params.id)));
  return null;
}

/** One unit through time: names, codes, parents, what it came from and went into, clusters, history. */
export function Component() {
  const { t } = useLingui();
  const { label } = useWords();
  const { can } = useSession();
  const { id } = useParams();
  const trpc = useTRPC();
  const spanText = useSpanText();
  const { data: unit } = useSuspenseQuery(trpc.units.byId.queryOptions(inputOf(id)));
  const isOver = unit.validTo !== null && unit.validTo < unit.today;
  const dated = (text: string, span: { validFrom: string | null; validTo: string | null }) => {
    const dates = spanText(span);
    return dates ? `${text} (${dates})` : text;
  };
  return (
    <Stack gap="md">
      <PageHeader
        title={unit.fullName}
        about={
          <>
            {label(UNIT_KIND_LABELS[unit.kind])} · {spanText(unit) || t`đang tồn tại`}
          </>
        }
        actions={can('units.change') && <UnitActions key={unit.version} unit={unit} />}
      />
      {isOver && <Over unit={unit} />}
      <div className={css.columns}>
        <Facts terms={170}>
          <Fact term={t`Tên gọi`}>
            <Lines of={unit.names.map((one) => dated(one.fullName ?? one.name, one))} />
          </Fact>
          <Fact term={t`Mã (Tổng cục Thống kê)`}>
            <Lines of={unit.codes.map((one) => dated(one.code, one))} empty={t`chưa ghi nhận`} />
          </Fact>
          <Fact term={t`Đơn vị cấp trên`}>
            {unit.parents.length === 0 ? (
              <Trans>Trung ương</Trans>
            ) : (
              <ul className={css.plain}>
                {unit.parents.map((one) => (
                  <li key={`${one.parentId} ${one.validFrom}`}>
                    <Anchor component={Link} underline="always" to={paths.unit.to(one.parentId)}>
                      {one.parentName}
                    </Anchor>{' '}
                    {spanText(one) && <span className={css.small}>({spanText(one)})</span>}
                  </li>
                ))}
              </ul>
            )}
          </Fact>
          <Fact term={t`Đơn vị cấp dưới`}>
            <Below unit={unit} />
          </Fact>
          <Fact term={t`Hình thành từ`}>
            <Descent lines={unit.formedFrom} empty={t`không qua sáp nhập, chia tách nào đã ghi nhận`} />
          </Fact>
          <Fact term={t`Sáp nhập vào`}>
            <Descent lines={unit.mergedInto} empty={t`chưa có`} />
          </Fact>
          <Fact term={t`Cụm, khối thi đua`}>
            <Lines of={unit.memberships.map((one) => dated(one.name, one))} empty={t`chưa thuộc Cụm, Khối nào`} />
          </Fact>
          <Fact term={t`Đã ghi dưới tên đơn vị`}>
            <Recorded unit={unit} />
          </Fact>
          {unit.source && <Fact term={t`Nguồn`}>{unit.source}</Fact>}
        </Facts>
        <section>
          <Title order={2} size="h3" mb="xs">
            <Trans>Lịch sử cập nhật</Trans>
          </Title>
          <RecordHistory subjectKind="unit" subjectId={unit.id} />
        </section>
      </div>
    </Stack>
  );
}

/** What somebody who came by an old record wants to know first. */
function Over({ unit }: { unit: UnitPage }) {
  const day = unit.validTo ? formatDate(unit.validTo) : '';
  return (
    <Alert color="gray">
      <Trans>Đơn vị này tồn tại đến hết ngày {day}.</Trans>{' '}
      {unit.todaySinceOn !== null && (
        <>
          <Trans>Hiện nay:</Trans>{' '}
          {unit.todayUnits.map(({ unitId, name, sharePermille }, index) => (
            <span key={unitId}>
              {index > 0 && ', '}
              <Anchor component={Link} underline="always" to={paths.unit.to(unitId)}>
                {name}
              </Anchor>
              {sharePermille < 1000 && ` (${percentText(sharePermille)})`}
            </span>
          ))}
          .
        </>
      )}{' '}
      <Trans>Khen thưởng, báo cáo, hồ sơ đã ghi dưới tên đơn vị giữ nguyên.</Trans>
    </Alert>
  );
}

function Lines({ of, empty }: { of: readonly string[]; empty?: string }) {
  if (of.length === 0) return <span className={css.small}>{empty}</span>;
  return (
    <ul className={css.plain}>
      {of.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}

function Descent({ lines, empty }: { lines: UnitPage['formedFrom']; empty: string }) {
  if (lines.length === 0) return <span className={css.small}>{empty}</span>;
  return (
    <ul className={css.plain}>
      {lines.map(({ unitId, fullName, fromOn, sharePermille, document }) => (
        <li key={`${unitId} ${fromOn}`}>
          <Anchor component={Link} underline="always" to={paths.unit.to(unitId)}>
            {fullName}
          </Anchor>{' '}
          <Trans>
            {percentText(sharePermille)}, từ {formatDate(fromOn)}
          </Trans>
          {document && <div className={css.small}>{document}</div>}
        </li>
      ))}
    </ul>
  );
}

function Below({ unit: { id, children, childrenOn, today } }: { unit: UnitPage }) {
  const { label } = useWords();
  const { t } = useLingui();
  if (children.length === 0) return <span className={css.small}>{t`chưa có trong danh mục`}</span>;
  const words = children.map(({ kind, count }) => `${count} ${label(UNIT_KIND_LABELS[kind]).toLowerCase()}`).join(', ');
  return (
    <>
      <Anchor
        component={Link}
        underline="always"
        to={`${paths.units.to()}?cap=${id}${childrenOn === today ? '' : `&ngay=${childrenOn}`}`}
      >
        {words}
      </Anchor>{' '}
      <span className={css.small}>
        <Trans>(vào ngày {formatDate(childrenOn)})</Trans>
      </span>
    </>
  );
}

/** Mergers do not move these; the registry opens filtered by the unit. */
function Recorded({ unit: { id } }: { unit: UnitPage }) {
  const { can } = useSession();
  return (
    <>
      {can('awards.list') && (
        <Anchor component={Link} underline="always" to={`${paths.registry.to()}?unitId=${id}`}>
          <Trans>Khen thưởng trong Sổ</Trans>
        </Anchor>
      )}
      <div className={css.small}>
        <Trans>Sáp nhập, chia tách, đổi tên không làm thay đổi các bản ghi đã có.</Trans>
      </div>
    </>
  );
}
