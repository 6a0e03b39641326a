import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { AuditPage, AuditUrlFilters } from '#client/audit/audit-types.ts';
import { VnDateField } from '#client/core/form/vn-date-field.tsx';
import { useWords } from '#client/core/words.ts';
import { SUBJECT_LABELS } from '#shared/audit/audit.labels.ts';
import { type SubjectKind, subjectKind } from '#shared/audit/audit.schema.ts';
import { isIsoDate } from '#shared/core/dates.ts';

type Props = {
  filters: AuditUrlFilters;
  actors: AuditPage['actors'];
  onChange: (patch: Partial<Record<keyof AuditUrlFilters, string | undefined>> & { subjectKind?: SubjectKind }) => void;
  /** Null when there is nothing to clear. */
  onClear: (() => void) | null;
};

/** Narrows the log down; every choice goes into the address. */
export function AuditFilterBar({ filters, actors, onChange, onClear }: Props) {
  const { t } = useLingui();
  const { label } = useWords();
  const people = [
    { value: '', label: t`Mọi người` },
    ...actors.map(({ actorId, actorName }) => ({ value: actorId, label: actorName })),
    { value: 'system', label: t`Hệ thống (tự động)` },
    { value: 'anonymous', label: t`Chưa đăng nhập` },
  ];
  const kinds = [
    { value: '', label: t`Mọi loại bản ghi` },
    ...subjectKind.options.map((kind) => ({ value: kind, label: label(SUBJECT_LABELS[kind]) })),
  ];
  return (
    <Group gap="sm" align="flex-start" mb="sm" className="no-print">
      <NativeSelect
        label={t`Người thực hiện`}
        data={people}
        value={filters.actorId ?? ''}
        onChange={(event) => onChange({ actorId: event.currentTarget.value })}
        w={240}
      />
      <NativeSelect
        label={t`Loại bản ghi`}
        data={kinds}
        value={filters.subjectKind ?? ''}
        onChange={(event) => onChange({ subjectKind: event.currentTarget.value as SubjectKind })}
        w={190}
      />
      <DayFilter label={t`Từ ngày`} day={filters.from} onChange={(from) => onChange({ from })} />
      <DayFilter
        label={t`Đến ngày`}
        day={filters.to}
        onChange={(to) => onChange({ to })}
        error={filters.from && filters.to && filters.to < filters.from ? t`Trước “Từ ngày”` : undefined}
      />
      {onClear && (
        <Button variant="default" mt={25} onClick={onClear}>
          <Trans>Xóa lọc</Trans>
        </Button>
      )}
    </Group>
  );
}

type DayProps = {
  label: string;
  day: string | undefined;
  onChange: (day: string | undefined) => void;
  error?: string | undefined;
};

/** A day that goes into the address only once it is one; half a date stays in the field. */
function DayFilter({ label, day, onChange, error }: DayProps) {
  const [typed, setTyped] = useState(day ?? '');
  const [inAddress, setInAddress] = useState(day);
  if (day !== inAddress) {
    setInAddress(day);
    setTyped(day ?? '');
  }
  return (
    <div style={{ width: 160 }}>
      <VnDateField
        label={label}
        value={typed}
        onChange={(next) => {
          setTyped(next);
          if (next === '' || isIsoDate(next)) onChange(next || undefined);
        }}
        error={error}
      />
    </div>
  );
}
