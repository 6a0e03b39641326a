import { Trans, useLingui } from '@lingui/react/macro';
import { ActionIcon, Button, Group, NativeSelect, Text, Title } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useFieldArray, useFormContext } from 'react-hook-form';
import css from '#client/clusters/clusters.module.css';
import type { YearValues } from '#client/clusters/year-values.ts';
import { FormDate, FormText } from '#client/core/form/form-fields.tsx';
import { useWords } from '#client/core/words.ts';
import { STAGE_KIND_LABELS } from '#shared/clusters/clusters.labels.ts';
import { type StageKind, stageKind } from '#shared/clusters/clusters.schema.ts';

/** Kế hoạch năm: the stages with their days; each kind stands in it once. */
export function StageFields() {
  const { t } = useLingui();
  const { label } = useWords();
  const { control } = useFormContext<YearValues>();
  const { fields, append, remove } = useFieldArray({ control, name: 'stages' });
  const free = stageKind.options.filter((kind) => !fields.some((stage) => stage.kind === kind));
  const [chosen, setChosen] = useState<StageKind | null>(null);
  const next = chosen !== null && free.includes(chosen) ? chosen : free[0];
  return (
    <section aria-label={t`Kế hoạch hoạt động năm`}>
      <Title order={3} mb={4}>
        <Trans>Kế hoạch hoạt động năm</Trans>
      </Title>
      <Text size="sm" c="gray.7" mb={8}>
        <Trans>
          Khi công bố, báo cáo sơ kết và tổng kết được mở cho mọi thành viên theo các giai đoạn này; hạn là hết ngày kết
          thúc (24:00 giờ Việt Nam).
        </Trans>
      </Text>
      <div className={css.stages}>
        {fields.map((stage, index) => (
          <div key={stage.id} className={css.stageRow} data-row={label(STAGE_KIND_LABELS[stage.kind])}>
            <FormText<YearValues> name={`stages.${index}.name`} label={label(STAGE_KIND_LABELS[stage.kind])} required />
            <FormDate<YearValues> name={`stages.${index}.opensOn`} label={t`Từ ngày`} required />
            <FormDate<YearValues> name={`stages.${index}.closesOn`} label={t`Đến ngày`} required />
            <FormText<YearValues> name={`stages.${index}.dueNote`} label={t`Ghi chú`} />
            <ActionIcon
              mt={24}
              size={36}
              variant="default"
              aria-label={t`Bỏ giai đoạn ${stage.name}`}
              onClick={() => remove(index)}
            >
              <IconTrash size={16} aria-hidden />
            </ActionIcon>
          </div>
        ))}
      </div>
      {next !== undefined && (
        <Group gap="xs" mt="xs">
          <NativeSelect
            aria-label={t`Giai đoạn thêm vào`}
            value={next}
            onChange={(event) => setChosen(event.currentTarget.value as StageKind)}
            data={free.map((kind) => ({ value: kind, label: label(STAGE_KIND_LABELS[kind]) }))}
          />
          <Button
            variant="default"
            onClick={() =>
              append({ kind: next, name: STAGE_KIND_LABELS[next].vi, opensOn: '', closesOn: '', dueNote: '' })
            }
          >
            <Trans>Thêm giai đoạn</Trans>
          </Button>
        </Group>
      )}
    </section>
  );
}
