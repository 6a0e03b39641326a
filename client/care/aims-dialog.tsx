import { Trans, useLingui } from '@lingui/react/macro';
import { Modal, Stack, Text, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { type AimValues, draftOf, unreadLens, useAimFields, valuesOf } from '#client/care/aim-values.ts';
import css from '#client/care/care.module.css';
import type { Care } from '#client/care/care-types.ts';
import { useTRPCClient } from '#client/core/api.ts';
import { DialogFoot } from '#client/core/form/dialog-foot.tsx';
import { useMerge } from '#client/core/form/merge.tsx';
import { VnNumberField } from '#client/core/form/vn-number-field.tsx';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { useAction } from '#client/core/use-action.ts';
import { useReturnFocus } from '#client/core/use-return-focus.ts';
import { useWords } from '#client/core/words.ts';
import { LENS_LABELS, WHOLE_LABELS } from '#shared/care/care.labels.ts';
import { LENSES } from '#shared/care/care.rules.ts';
import { type AimLens, aimLens } from '#shared/care/care.schema.ts';
import type { ClusterYearId } from '#shared/clusters/clusters.schema.ts';

type Props = { care: Care; onClose: () => void };

/** Mục tiêu của Cụm: at least so many percent of each whole; an empty line is no aim. */
export function AimsDialog({ care, onClose }: Props) {
  useReturnFocus();
  const { t } = useLingui();
  const { label } = useWords();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const clusterYearId = care.clusterYear.id as ClusterYearId;
  const seen = useRef({ values: valuesOf(care.aims.rows), version: care.aims.version });
  const [values, setValues] = useState<AimValues>(seen.current.values);
  const [wrong, setWrong] = useState<AimLens | undefined>(undefined);

  async function write(next: AimValues, seenVersion: number): Promise<void> {
    const { version } = await client.care.setAims.mutate({ clusterYearId, seenVersion, aims: draftOf(next) });
    seen.current = { values: next, version };
  }
  const save = useAction((next: AimValues) => write(next, seen.current.version), {
    done: t`Đã lưu mục tiêu`,
    onDone: onClose,
    onProblem: (problem) => merge.ask(problem),
  });
  const merge = useMerge<AimValues>({
    fields: useAimFields(),
    base: seen.current.values,
    mine: () => values,
    loadTheirs: async () => {
      const { aims } = await client.care.ofYear.query({ clusterYearId });
      return { values: valuesOf(aims.rows), version: aims.version };
    },
    onMerged: async (merged, version) => {
      setValues(merged);
      await write(merged, version);
      save.dismiss();
      await queryClient.invalidateQueries();
      onClose();
    },
  });

  function send(): void {
    const unread = unreadLens(values);
    setWrong(unread);
    if (unread === undefined) void save.run(values);
  }
  const change = (lens: AimLens, patch: Partial<AimValues[AimLens]>) =>
    setValues({ ...values, [lens]: { ...values[lens], ...patch } });

  return (
    <Modal opened onClose={onClose} title={t`Mục tiêu cơ cấu khen thưởng`} size="lg">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <Stack gap="sm">
          {merge.dialog}
          <ProblemAlert
            problem={save.problem?.kind === 'conflict' ? null : save.problem}
            title={t`Chưa lưu được mục tiêu`}
            onRetry={() => void save.retry()}
          />
          <Text c="gray.7">
            <Trans>Ít nhất bao nhiêu phần trăm. Bỏ trống là không đặt mục tiêu cho nội dung đó.</Trans>
          </Text>
          <table className={css.aims}>
            <thead>
              <tr>
                <th scope="col">
                  <Trans>Nội dung</Trans>
                </th>
                <th scope="col" style={{ width: 120 }}>
                  <Trans>Ít nhất</Trans>
                </th>
                <th scope="col" style={{ width: 240 }}>
                  <Trans>Căn cứ</Trans>
                </th>
              </tr>
            </thead>
            <tbody>
              {aimLens.options.map((lens) => {
                const name = label(LENS_LABELS[lens]);
                return (
                  <tr key={lens}>
                    <th scope="row">
                      {name} <span className={css.soft}>({label(WHOLE_LABELS[LENSES[lens].whole])})</span>
                    </th>
                    <td>
                      <VnNumberField
                        label={t`Ít nhất, ${name}`}
                        bare
                        decimals={1}
                        unit="%"
                        value={values[lens].least}
                        onChange={(least) => change(lens, { least })}
                        error={wrong === lens ? t`Nhập từ 0,1 đến 100` : undefined}
                      />
                    </td>
                    <td>
                      <TextInput
                        aria-label={t`Căn cứ, ${name}`}
                        maxLength={200}
                        placeholder={t`Quy chế, kết luận hội nghị…`}
                        value={values[lens].source}
                        onChange={(event) => change(lens, { source: event.currentTarget.value })}
                      />
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
          <DialogFoot
            onClose={onClose}
            pending={save.pending}
            disabled={merge.waiting}
            send={<Trans>Lưu mục tiêu</Trans>}
          />
        </Stack>
      </form>
    </Modal>
  );
}
