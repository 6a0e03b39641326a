import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import type { inferRouterOutputs } from '@trpc/server';
import { useState } from 'react';
import type { LoaderFunctionArgs } from 'react-router';
import * as z from 'zod/mini';
import { type AppRouter, apiContext, useTRPC, useTRPCClient } from '#client/core/api.ts';
import { CheckedForm, useCheckedForm } from '#client/core/form/checked-form.tsx';
import { FormSelect } from '#client/core/form/choice-fields.tsx';
import { FormText } from '#client/core/form/form-fields.tsx';
import { generalOf } from '#client/core/form/general-problem.ts';
import { useLeaveGuard } from '#client/core/form/leave-guard.tsx';
import { PageHeader } from '#client/core/page-header.tsx';
import { readProblem } from '#client/core/problem.ts';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { useAction } from '#client/core/use-action.ts';
import { useWords } from '#client/core/words.ts';
import css from '#client/mail/mail.module.css';
import { SilenceNote } from '#client/mail/silence-note.tsx';
import { LETTERS_WANTED_LABELS, lettersWanted, saveMailSetting } from '#shared/mail/mail.schema.ts';

export async function loader({ context }: LoaderFunctionArgs): Promise<null> {
  const { queryClient, trpc } = context.get(apiContext);
  await queryClient.ensureQueryData(trpc.mail.settings.queryOptions());
  return null;
}

/** Thư điện tử: where one's letters go, which notices come as letters, and the digest of the day. */
export function Component() {
  const { t } = useLingui();
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.mail.settings.queryOptions());
  return (
    <Stack gap="md">
      <PageHeader
        title={t`Thư điện tử`}
        about={<Trans>Thông báo luôn hiện ở chuông; ở đây bạn chọn thêm việc nhận bằng thư.</Trans>}
      />
      <SilenceNote silence={data.silence} />
      {/* Saved or changed elsewhere: the form begins anew with what holds. */}
      <SettingsForm key={data.version} settings={data} />
      <Preview />
    </Stack>
  );
}

const formSchema = z.strictObject({
  address: saveMailSetting.shape.address,
  letters: lettersWanted,
  digest: z.enum(['off', 'daily']),
});
type V = z.output<typeof formSchema>;
type Settings = inferRouterOutputs<AppRouter>['mail']['settings'];

function SettingsForm({ settings }: { settings: Settings }) {
  const { t } = useLingui();
  const { label } = useWords();
  const client = useTRPCClient();
  const form = useCheckedForm<V, V>(formSchema, {
    address: settings.address,
    letters: settings.letters,
    digest: settings.digest ? 'daily' : 'off',
  });
  const save = useAction(
    ({ digest, ...rest }: V) =>
      client.mail.saveSettings.mutate({ ...rest, digest: digest === 'daily', seenVersion: settings.version }),
    { done: t`Đã lưu cách nhận thư` },
  );
  const question = useLeaveGuard(form.formState.isDirty && !save.pending);
  return (
    <CheckedForm form={form} problem={save.problem} onSubmit={save.run}>
      <Stack gap="sm" maw={560}>
        {question}
        <ProblemAlert problem={generalOf(save.problem)} title={t`Chưa lưu được`} onRetry={save.retry} />
        <FormText<V>
          name="address"
          label={t`Địa chỉ thư điện tử`}
          placeholder="ten@tinh.gov.vn"
          description={t`Nên dùng hộp thư công vụ. Để trống nếu không nhận thư.`}
        />
        <FormSelect<V>
          name="letters"
          label={t`Nhận thư khi có`}
          options={lettersWanted.options.map((value) => ({ value, label: label(LETTERS_WANTED_LABELS[value]) }))}
        />
        <FormSelect<V>
          name="digest"
          label={t`Thư tóm tắt hằng ngày`}
          description={t`Việc đang chờ bạn và việc đến hạn trong 7 ngày; ngày không có việc thì không gửi.`}
          options={[
            { value: 'off', label: t`Tắt` },
            { value: 'daily', label: t`Hằng ngày lúc 7:00 giờ Việt Nam` },
          ]}
        />
        <Group>
          <Button type="submit" loading={save.pending}>
            <Trans>Lưu</Trans>
          </Button>
        </Group>
      </Stack>
    </CheckedForm>
  );
}

/** The digest as it would be written now. */
function Preview() {
  const { t } = useLingui();
  const trpc = useTRPC();
  const [open, setOpen] = useState(false);
  const { data, error, isFetching } = useQuery({
    ...trpc.mail.previewDigest.queryOptions(),
    enabled: open,
    staleTime: 0,
  });
  return (
    <section>
      <Title order={2} mb={6}>
        <Trans>Thư tóm tắt hôm nay</Trans>
      </Title>
      {!open && (
        <Button variant="default" onClick={() => setOpen(true)}>
          <Trans>Xem thử</Trans>
        </Button>
      )}
      <div role="status">
        {open && isFetching && !data && (
          <Text>
            <Trans>Đang soạn…</Trans>
          </Text>
        )}
        {data?.digest === null && (
          <Text>
            <Trans>Hôm nay không có việc nào chờ bạn, nên sẽ không có thư.</Trans>
          </Text>
        )}
        {error && <ProblemAlert problem={readProblem(error)} title={t`Chưa xem được`} />}
      </div>
      {data?.digest && (
        <article className={css.letter} aria-label={t`Thư tóm tắt hôm nay`}>
          <Text fw={600}>{data.digest.subject}</Text>
          <pre className={css.text}>{data.digest.content}</pre>
        </article>
      )}
    </section>
  );
}
