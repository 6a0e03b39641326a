import { Trans, useLingui } from '@lingui/react/macro';
import { Modal, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { useTRPCClient } from '#client/core/api.ts';
import { CheckedForm, useCheckedForm } from '#client/core/form/checked-form.tsx';
import { FormSelect } from '#client/core/form/choice-fields.tsx';
import { DialogFoot } from '#client/core/form/dialog-foot.tsx';
import { generalOf } from '#client/core/form/general-problem.ts';
import { paths } from '#client/core/paths.ts';
import type { Problem } from '#client/core/problem.ts';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { useAction } from '#client/core/use-action.ts';
import { useReturnFocus } from '#client/core/use-return-focus.ts';
import { IndicatorFields } from '#client/indicators/indicator-fields.tsx';
import type { Choice, IndicatorList, IndicatorPage, Version } from '#client/indicators/indicator-types.ts';
import {
  COMMON,
  contentOf,
  continuationOf,
  EMPTY,
  type IndicatorValues,
  indicatorSchema,
  NO_CONTINUATION,
} from '#client/indicators/indicator-values.ts';

type NewProps = { list: IndicatorList; onClose: () => void };

/** Adds an indicator to the catalogue. */
export function NewIndicatorDialog({ list, onClose }: NewProps) {
  const { t } = useLingui();
  const client = useTRPCClient();
  const navigate = useNavigate();
  const owners = list.owners.map((one) =>
    one === null ? { value: COMMON, label: t`Dùng chung` } : { value: one.id, label: one.name },
  );
  const form = useCheckedForm(indicatorSchema, {
    ...EMPTY,
    validFrom: `${list.today.slice(0, 4)}-01-01`,
    owner: owners[0]?.value ?? COMMON,
  });
  const create = useAction(
    (values: IndicatorValues, idempotencyKey) =>
      client.indicators.create.mutate({
        ...contentOf(values),
        ownerUnitId: (values.owner === COMMON ? null : values.owner) as never,
        validFrom: values.validFrom,
        continues: continuationOf(values),
        idempotencyKey,
      }),
    { done: t`Đã thêm chỉ tiêu`, onDone: ({ id }) => navigate(paths.indicator.to(id)) },
  );
  return (
    <Framed title={t`Thêm chỉ tiêu`} onClose={onClose}>
      <CheckedForm form={form} problem={create.problem} onSubmit={(values) => void create.run(values)}>
        <Stack gap="sm">
          <Failed problem={create.problem} onRetry={() => void create.retry()} />
          {owners.length > 1 && (
            <FormSelect<IndicatorValues>
              name="owner"
              label={t`Đơn vị quản lý`}
              description={t`Chỉ tiêu riêng của một đơn vị chỉ dùng cho cụm, khối do đơn vị đó tổ chức hoặc phụ trách.`}
              options={owners}
              required
            />
          )}
          <IndicatorFields choices={list.choices} indicatorId={null} withDay />
          <DialogFoot onClose={onClose} pending={create.pending} send={<Trans>Thêm chỉ tiêu</Trans>} />
        </Stack>
      </CheckedForm>
    </Framed>
  );
}

type VersionProps = { page: IndicatorPage; version: Version; onClose: () => void };

const valuesOf = (version: Version): IndicatorValues => ({
  name: version.name,
  unitOfMeasure: version.unitOfMeasure,
  kind: version.kind,
  aggregation: version.aggregation,
  weightIndicatorId: version.weightIndicatorId,
  better: version.better,
  decimals: version.decimals,
  definition: version.definition,
  sourceOffice: version.sourceOffice,
  paperWording: version.paperWording,
  validFrom: version.validFrom,
  owner: version.ownerUnitId ?? COMMON,
  continues: version.continues ?? NO_CONTINUATION,
});

const others = (choices: readonly Choice[], version: Version) =>
  choices.filter((choice) => choice.versionId !== version.versionId && choice.validFrom < version.validFrom);

/** Corrects a version in place. */
export function EditVersionDialog({ page, version, onClose }: VersionProps) {
  const { t } = useLingui();
  const client = useTRPCClient();
  const form = useCheckedForm(indicatorSchema, valuesOf(version));
  const save = useAction(
    (values: IndicatorValues) =>
      client.indicators.save.mutate({
        versionId: version.versionId as never,
        seenVersion: version.version,
        ...contentOf(values),
        continues: continuationOf(values),
      }),
    { done: t`Đã lưu chỉ tiêu`, onDone: onClose },
  );
  return (
    <Framed title={t`Sửa chỉ tiêu`} onClose={onClose}>
      <CheckedForm form={form} problem={save.problem} onSubmit={(values) => void save.run(values)}>
        <Stack gap="sm">
          <Failed problem={save.problem} onRetry={() => void save.retry()} />
          <IndicatorFields choices={others(page.choices, version)} indicatorId={page.id} isFixed={version.isFixed} />
          <DialogFoot onClose={onClose} pending={save.pending} send={<Trans>Lưu</Trans>} />
        </Stack>
      </CheckedForm>
    </Framed>
  );
}

/** A new version from a day on; the old years keep theirs. */
export function NewVersionDialog({ page, version, onClose }: VersionProps) {
  const { t } = useLingui();
  const client = useTRPCClient();
  const form = useCheckedForm(indicatorSchema, {
    ...valuesOf(version),
    validFrom: `${Number(page.today.slice(0, 4)) + 1}-01-01`,
    continues: { ...NO_CONTINUATION, predecessorId: version.versionId },
  });
  const add = useAction(
    (values: IndicatorValues, idempotencyKey) =>
      client.indicators.addVersion.mutate({
        id: page.id as never,
        seenVersion: version.version,
        ...contentOf(values),
        validFrom: values.validFrom,
        continues: continuationOf(values),
        idempotencyKey,
      }),
    { done: t`Đã lập phiên bản mới`, onDone: onClose },
  );
  return (
    <Framed title={t`Phiên bản mới của chỉ tiêu`} onClose={onClose}>
      <CheckedForm form={form} problem={add.problem} onSubmit={(values) => void add.run(values)}>
        <Stack gap="sm">
          <Failed problem={add.problem} onRetry={() => void add.retry()} />
          <Text size="sm" c="gray.7">
            <Trans>
              Năm đã công bố giữ phiên bản cũ. Dự thảo của năm bắt đầu từ ngày này chuyển sang phiên bản mới.
            </Trans>
          </Text>
          <IndicatorFields choices={page.choices} indicatorId={page.id} withDay />
          <DialogFoot onClose={onClose} pending={add.pending} send={<Trans>Lập phiên bản mới</Trans>} />
        </Stack>
      </CheckedForm>
    </Framed>
  );
}

function Framed({ title, onClose, children }: { title: string; onClose: () => void; children: ReactNode }) {
  useReturnFocus();
  return (
    <Modal opened onClose={onClose} title={title} size={900}>
      {children}
    </Modal>
  );
}

function Failed({ problem, onRetry }: { problem: Problem | null; onRetry: () => void }) {
  const { t } = useLingui();
  return <ProblemAlert problem={generalOf(problem)} title={t`Chưa lưu được chỉ tiêu`} onRetry={onRetry} />;
}
