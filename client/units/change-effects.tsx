import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '#client/core/words.ts';
import type { ChangePreview } from '#client/units/unit-types.ts';
import css from '#client/units/units.module.css';
import { formatDate } from '#shared/core/dates.ts';
import { percentText } from '#shared/units/units.rules.ts';
import { UNIT_KIND_LABELS } from '#shared/units/units.schema.ts';

/** So many lines of one kind stand in the list; the others are counted. */
const MOST_LINES = 30;

/** Sẽ ảnh hưởng: what the change writes, and what is under way that somebody has to decide about. */
export function ChangeEffects({ preview, document }: { preview: ChangePreview; document: string }) {
  const { t } = useLingui();
  const { label } = useWords();
  const { ended, made, renamed, lines, moved, impact, effectiveOn } = preview;
  const { memberships, chairs, reports, nominations, pledges, accounts } = impact;
  const isQuiet = [memberships, chairs, reports, nominations, pledges, accounts].every(({ length }) => length === 0);
  return (
    <section className={css.effects} aria-labelledby="unit-change-effects">
      <h2 id="unit-change-effects">
        <Trans>Sẽ ảnh hưởng</Trans>
      </h2>
      <Text size="sm">
        <Trans>
          Từ ngày {formatDate(effectiveOn)}, theo {document}
        </Trans>
      </Text>
      <Group title={t`Đơn vị kết thúc`}>
        {ended.map(({ unitId, unitName, lastDay, codes }) => (
          <li key={unitId}>
            <Trans>
              {unitName} kết thúc hết ngày {formatDate(lastDay)}
            </Trans>
            {codes.length > 0 && (
              <>
                {' '}
                <Trans>cùng mã {codes.join(', ')}</Trans>
              </>
            )}
          </li>
        ))}
      </Group>
      <Group title={t`Đơn vị mới`}>
        {made.map(({ ref, fullName, kind, code, parents }) => (
          <li key={ref}>
            {fullName} ({label(UNIT_KIND_LABELS[kind])}
            {code && t`, mã ${code}`}){parents.length > 0 && t`, thuộc `}
            <Parents parents={parents} />
          </li>
        ))}
      </Group>
      <Group title={t`Tên gọi`}>
        {renamed.map(({ unitId, fromFullName, fullName, from }) => (
          <li key={unitId}>
            <Trans>
              {fromFullName} đổi tên thành {fullName} từ {formatDate(from)}
            </Trans>
          </li>
        ))}
      </Group>
      <Group title={t`Sáp nhập, chia tách`}>
        {lines.map(({ ancestorId, ancestorName, descendant, descendantName, sharePermille }) => (
          <li key={`${ancestorId} ${descendant}`}>
            {ancestorName} → {descendantName} ({percentText(sharePermille)})
          </li>
        ))}
        {keptOf(lines).map(({ id, name, share }) => (
          <li key={`kept ${id}`}>
            <Trans>
              {name} giữ lại {percentText(share)}
            </Trans>
          </li>
        ))}
      </Group>
      <Group title={t`Đơn vị cấp dưới chuyển đơn vị cấp trên`}>
        {moved.slice(0, MOST_LINES).map(({ unitId, unitName, fromName, parents }) => (
          <li key={unitId}>
            {unitName}: {fromName} → <Parents parents={parents} />
          </li>
        ))}
        {moved.length > MOST_LINES && (
          <li>
            <Plural value={moved.length - MOST_LINES} one="và # đơn vị nữa" other="và # đơn vị nữa" />
          </li>
        )}
      </Group>
      <Group title={t`Cụm, Khối cần quyết định về thành viên (danh sách thành viên giữ nguyên)`}>
        {memberships.map(({ unitId, unitName, clusterId, clusterName }) => (
          <li key={`${unitId} ${clusterId}`}>
            {clusterName}: {unitName}
          </li>
        ))}
        {chairs.map(({ unitId, unitName, clusterYearId, clusterName, year }) => (
          <li key={`${unitId} ${clusterYearId}`}>
            <Trans>
              {clusterName}, năm {year}: {unitName} đang là Cụm trưởng, Khối trưởng
            </Trans>
          </li>
        ))}
      </Group>
      <Group title={t`Việc đang làm dở ở đơn vị kết thúc (giữ nguyên, cần xử lý tiếp)`}>
        {reports.map(({ unitId, unitName, count }) => (
          <li key={`r ${unitId}`}>
            {unitName}: <Plural value={count} one="# báo cáo chưa tiếp nhận" other="# báo cáo chưa tiếp nhận" />
          </li>
        ))}
        {nominations.map(({ unitId, unitName, count }) => (
          <li key={`n ${unitId}`}>
            {unitName}:{' '}
            <Plural value={count} one="# hồ sơ đề nghị chưa có quyết định" other="# hồ sơ đề nghị chưa có quyết định" />
          </li>
        ))}
        {pledges.map(({ unitId, unitName, count }) => (
          <li key={`p ${unitId}`}>
            {unitName}: <Plural value={count} one="# giao ước chưa ký" other="# giao ước chưa ký" />
          </li>
        ))}
        {accounts.map(({ unitId, unitName, count }) => (
          <li key={`a ${unitId}`}>
            {unitName}: <Plural value={count} one="# tài khoản" other="# tài khoản" />
          </li>
        ))}
      </Group>
      {isQuiet && ended.length > 0 && (
        <Text size="sm" mt="xs">
          <Trans>Không có Cụm, Khối, báo cáo, hồ sơ hay tài khoản nào đang ở đơn vị kết thúc.</Trans>
        </Text>
      )}
      <Text size="sm" mt="xs" c="gray.7">
        <Trans>
          Khen thưởng, báo cáo, hồ sơ, giao ước và quyết định đã ghi giữ nguyên tên và đơn vị của thời điểm đó.
        </Trans>
      </Text>
    </section>
  );
}

/** A heading with its lines; nothing when there are none. */
function Group({ title, children }: { title: string; children: ReactNode }) {
  const lines = [children].flat(2).filter(Boolean);
  if (lines.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul>{children}</ul>
    </>
  );
}

/** What stays with a unit that gives away a part of itself: no line of lineage is written of it. */
function keptOf(lines: ChangePreview['lines']): { id: string; name: string; share: number }[] {
  const kept = new Map<string, { id: string; name: string; share: number }>();
  for (const { ancestorId, ancestorName, sharePermille } of lines) {
    const share = (kept.get(ancestorId)?.share ?? 1000) - sharePermille;
    kept.set(ancestorId, { id: ancestorId, name: ancestorName, share });
  }
  return [...kept.values()].filter(({ share }) => share > 0);
}

type Span = { parentName: string; validFrom: string | null; validTo: string | null };

/** "Hà Giang (đến 30/06/2025), rồi Tuyên Quang". */
function Parents({ parents }: { parents: readonly Span[] }) {
  const { t } = useLingui();
  const words = parents.map(({ parentName, validTo }, index) => {
    if (index === parents.length - 1) return parentName;
    const day = validTo ? formatDate(validTo) : '';
    return t`${parentName} (đến ${day})`;
  });
  return <>{words.join(t`, rồi `)}</>;
}
