import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useRef } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import * as z from 'zod/mini';
import { FormSelect } from '#client/core/form/choice-fields.tsx';
import { FormDate, FormText, FormTextarea } from '#client/core/form/form-fields.tsx';
import grids from '#client/core/grids.module.css';
import { useWords } from '#client/core/words.ts';
import { FormUnit } from '#client/units/unit-picker.tsx';
import css from '#client/units/units.module.css';
import { isoDate } from '#shared/core/dates.ts';
import { KIND_PREFIX, UNIT_KIND_LABELS, type UnitId, unitKind } from '#shared/units/units.schema.ts';

/** A unit chosen in a field. Whether one is needed is the server's rule, which words it. */
export const picked = z.nullable(z.object({ id: z.string(), label: z.string() }));

/** Document, day and note: every change has them. */
export const actShape = { effectiveOn: isoDate, document: z.string(), note: z.string() };
export const EMPTY_ACT = { effectiveOn: '', document: '', note: '' };

export const newUnitShape = z.object({
  kind: unitKind,
  name: z.string(),
  fullName: z.string(),
  parentId: picked,
  code: z.string(),
});
export type NewUnitValues = z.output<typeof newUnitShape>;
export const EMPTY_UNIT: NewUnitValues = { kind: 'province', name: '', fullName: '', parentId: null, code: '' };

/** As the server takes it. */
export function newUnitOf({ parentId, ...unit }: NewUnitValues) {
  const hasParent = unit.kind !== 'province' && unit.kind !== 'city';
  return { ...unit, parentId: hasParent && parentId ? (parentId.id as UnitId) : null };
}

/** Ngày có hiệu lực, văn bản, ghi chú. `about`: what that day means for this change. */
export function ActFields({ about }: { about: string }) {
  const { t } = useLingui();
  return (
    <>
      <div className={grids.pair}>
        <FormDate name="effectiveOn" label={t`Ngày có hiệu lực`} description={about} required />
        <FormText
          name="document"
          label={t`Văn bản`}
          description={t`Số, ngày, cơ quan ban hành`}
          placeholder={t`Nghị quyết 202/2025/QH15 ngày 12/06/2025`}
          required
        />
      </div>
      <FormTextarea name="note" label={t`Ghi chú`} rows={1} />
    </>
  );
}

/** A unit to be made, with its fields below `at` ('unit.' or 'parts.0.unit.'). */
export function NewUnitFields({ at }: { at: string }) {
  const { t } = useLingui();
  const { label } = useWords();
  const { getValues, setValue } = useFormContext();
  const kind = useWatch({ name: `${at}kind` }) as NewUnitValues['kind'];
  const name = (useWatch({ name: `${at}name` }) as string).trim();
  const suggested = useRef('');
  const isTop = kind === 'province' || kind === 'city';

  // "Sơn La" makes "Tỉnh Sơn La" as long as nobody wrote a full name of their own.
  useEffect(() => {
    if (getValues(`${at}fullName`) !== suggested.current) return;
    suggested.current = name && [KIND_PREFIX[kind], name].filter(Boolean).join(' ');
    setValue(`${at}fullName`, suggested.current);
  }, [at, kind, name, getValues, setValue]);

  return (
    <div className={css.stack}>
      <div className={grids.pair}>
        <FormSelect
          name={`${at}kind`}
          label={t`Loại đơn vị`}
          options={unitKind.options.map((value) => ({ value, label: label(UNIT_KIND_LABELS[value]) }))}
          required
        />
        <FormText name={`${at}code`} label={t`Mã (nếu có)`} description={t`Của Tổng cục Thống kê, ví dụ 14`} />
      </div>
      <div className={grids.pair}>
        <FormText name={`${at}name`} label={t`Tên`} placeholder={t`Sơn La`} required />
        <FormText name={`${at}fullName`} label={t`Tên đầy đủ`} placeholder={t`Tỉnh Sơn La`} required />
      </div>
      {isTop ? (
        <div className={css.small}>
          <Trans>Trực thuộc trung ương, không có đơn vị cấp trên.</Trans>
        </div>
      ) : (
        <FormUnit name={`${at}parentId`} label={t`Đơn vị cấp trên`} />
      )}
    </div>
  );
}
