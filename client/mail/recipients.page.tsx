import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Checkbox, Group, Modal, Stack } from '@mantine/core';
import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import type { inferRouterOutputs } from '@trpc/server';
import { useState } from 'react';
import { Link, type LoaderFunctionArgs } from 'react-router';
import * as z from 'zod/mini';
import { type Api, type AppRouter, apiContext, useTRPC, useTRPCClient } from '#client/core/api.ts';
import { CheckedForm, useCheckedForm } from '#client/core/form/checked-form.tsx';
import { DialogFoot } from '#client/core/form/dialog-foot.tsx';
import { FormText } from '#client/core/form/form-fields.tsx';
import { generalOf } from '#client/core/form/general-problem.ts';
import { PageHeader } from '#client/core/page-header.tsx';
import { paths } from '#client/core/paths.ts';
import { readProblem } from '#client/core/problem.ts';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { DataTable } from '#client/core/table/data-table.tsx';
import { MoreRows } from '#client/core/table/more-rows.tsx';
import { readFilters, useUrlFilters } from '#client/core/url-filters.ts';
import { useAction } from '#client/core/use-action.ts';
import { useReturnFocus } from '#client/core/use-return-focus.ts';
import { useWords } from '#client/core/words.ts';
import { LETTERS_WANTED_LABELS, saveAddressOf } from '#shared/mail/mail.schema.ts';

const urlFilters = z.object({ thieu: z.optional(z.literal('1')) });
type Recipient = inferRouterOutputs<AppRouter>['mail']['recipients']['rows'][number];

const pagesOf = (trpc: Api['trpc'], missing: boolean) =>
  trpc.mail.recipients.infiniteQueryOptions(missing ? { missing } : {}, {
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });

export async function loader({ context, url }: LoaderFunctionArgs): Promise<null> {
  const { queryClient, trpc } = context.get(apiContext);
  const { thieu } = readFilters(urlFilters, url.searchParams);
  await queryClient.ensureInfiniteQueryData(pagesOf(trpc, thieu === '1'));
  return null;
}

/** Địa chỉ người nhận: where the letters of each account go; the administrator fills in for others. */
export function Component() {
  const { t } = useLingui();
  const { label } = useWords();
  const trpc = useTRPC();
  const [filters, change] = useUrlFilters(urlFilters);
  const [asked, setAsked] = useState<Recipient | null>(null);
  const missing = filters.thieu === '1';
  const list = useSuspenseInfiniteQuery({ ...pagesOf(trpc, missing), staleTime: 0 });
  const people = list.data.pages.flatMap(({ rows }) => rows);
  const count = people.length;
  return (
    <>
      <PageHeader
        title={t`Địa chỉ người nhận`}
        about={
          <Trans>
            Mỗi người tự ghi địa chỉ ở trình đơn tài khoản; quản trị viên ghi thay khi cần. Xem{' '}
            <Link to={paths.outbox.to()}>Thư chờ gửi</Link>.
          </Trans>
        }
      />
      <Group mb="sm" className="no-print">
        <Checkbox
          label={t`Chỉ người chưa có địa chỉ`}
          checked={missing}
          onChange={(event) => change({ thieu: event.currentTarget.checked ? '1' : undefined })}
        />
      </Group>
      <ProblemAlert problem={list.error ? readProblem(list.error) : null} />
      <DataTable
        caption={t`Địa chỉ người nhận`}
        rows={people}
        rowKey={({ accountId }) => accountId}
        minWidth={1000}
        empty={<Trans>Mọi tài khoản đều đã có địa chỉ.</Trans>}
        columns={[
          { id: 'name', head: <Trans>Họ tên</Trans>, rowHead: true, cell: ({ name }) => name },
          { id: 'account', head: <Trans>Tài khoản</Trans>, width: 150, cell: ({ username }) => username },
          { id: 'unit', head: <Trans>Đơn vị</Trans>, width: 120, cell: ({ unitName }) => unitName },
          {
            id: 'address',
            head: <Trans>Địa chỉ</Trans>,
            width: 190,
            title: ({ address }) => address ?? '',
            cell: ({ address }) => address ?? t`Chưa có địa chỉ`,
          },
          {
            id: 'letters',
            head: <Trans>Nhận thư</Trans>,
            width: 160,
            cell: ({ letters }) => label(LETTERS_WANTED_LABELS[letters]),
          },
          {
            id: 'digest',
            head: <Trans>Thư tóm tắt</Trans>,
            width: 100,
            cell: ({ digest }) => (digest ? t`Hằng ngày` : t`Tắt`),
          },
          {
            id: 'do',
            head: <Trans>Thao tác</Trans>,
            width: 128,
            cell: (person) => (
              <Button
                variant="default"
                size="xs"
                aria-label={t`Ghi địa chỉ của ${person.name}`}
                onClick={() => setAsked(person)}
              >
                <Trans>Ghi địa chỉ</Trans>
              </Button>
            ),
          },
        ]}
      />
      <MoreRows list={list}>{count > 0 && <Trans>Đang hiện {count} tài khoản.</Trans>}</MoreRows>
      {asked && <AddressDialog person={asked} onClose={() => setAsked(null)} />}
    </>
  );
}

const formSchema = z.strictObject({ address: saveAddressOf.shape.address });
type V = z.output<typeof formSchema>;

function AddressDialog({ person, onClose }: { person: Recipient; onClose: () => void }) {
  useReturnFocus();
  const { t } = useLingui();
  const client = useTRPCClient();
  const { accountId, name, address, version } = person;
  const form = useCheckedForm<V, V>(formSchema, { address: address ?? '' });
  const save = useAction(
    (values: V) => client.mail.saveAddressOf.mutate({ ...values, accountId, seenVersion: version }),
    { done: t`Đã lưu địa chỉ của ${name}`, onDone: onClose },
  );
  return (
    <Modal opened onClose={onClose} title={t`Địa chỉ thư của ${name}`} size="md">
      <CheckedForm form={form} problem={save.problem} onSubmit={save.run}>
        <Stack gap="sm">
          <ProblemAlert problem={generalOf(save.problem)} title={t`Chưa lưu được`} onRetry={save.retry} />
          <FormText<V>
            name="address"
            label={t`Địa chỉ thư điện tử`}
            placeholder="ten@tinh.gov.vn"
            description={t`Để trống: không gửi thư cho người này, thư nhắc nằm ở “Thư chờ gửi”.`}
          />
          <DialogFoot onClose={onClose} pending={save.pending} send={<Trans>Lưu</Trans>} />
        </Stack>
      </CheckedForm>
    </Modal>
  );
}
