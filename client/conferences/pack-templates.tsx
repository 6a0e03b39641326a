import { Trans, useLingui } from '@lingui/react/macro';
import { Alert, Anchor, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useRef, useState } from 'react';
import type { TemplatesOfPaper } from '#client/conferences/conference-types.ts';
import { sendTemplate, templateFile } from '#client/conferences/send-template.ts';
import { useTRPCClient } from '#client/core/api.ts';
import type { ReasonText } from '#client/core/problem.ts';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { Reasons } from '#client/core/reasons.tsx';
import { toast } from '#client/core/toast.tsx';
import { useAction } from '#client/core/use-action.ts';
import { useWords } from '#client/core/words.ts';
import type { ClusterYearId } from '#shared/clusters/clusters.schema.ts';
import { TEMPLATE_PAPER_LABELS } from '#shared/conferences/packs.schema.ts';
import { formatInstant } from '#shared/core/dates.ts';

type Template = NonNullable<TemplatesOfPaper['inUse']>;

/** The office's own Word templates, by paper. */
export function PackTemplates({
  clusterYearId,
  papers,
}: {
  clusterYearId: ClusterYearId;
  papers: readonly TemplatesOfPaper[];
}) {
  return (
    <Stack gap="lg" maw={900}>
      <Text size="sm" c="gray.7">
        <Trans>
          Tải mẫu đang dùng về, sửa lời văn và trình bày trong Word (giữ các tên trong ngoặc nhọn), rồi tải lên. Hệ
          thống kiểm tra tệp, cho bạn xem thử với số liệu năm nay, và chỉ dùng khi bạn bấm “Dùng mẫu này”. Mẫu dùng
          chung cho mọi năm của Cụm khi đơn vị bạn là Cụm trưởng.
        </Trans>
      </Text>
      {papers.map((one) => (
        <Paper key={one.paper} clusterYearId={clusterYearId} of={one} />
      ))}
    </Stack>
  );
}

function Paper({
  clusterYearId,
  of: { paper, inUse, waiting, former },
}: {
  clusterYearId: ClusterYearId;
  of: TemplatesOfPaper;
}) {
  const { t } = useLingui();
  const { label } = useWords();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const [sending, setSending] = useState(false);
  const [refused, setRefused] = useState<{ name: string; reasons: readonly ReasonText[] } | null>(null);
  const name = label(TEMPLATE_PAPER_LABELS[paper]);
  const use = useAction(
    ({ id, version }: Template) =>
      client.conferencePacks.useTemplate.mutate({ clusterYearId, id, seenVersion: version }),
    { done: t`Đã đổi mẫu. Bản lập từ bây giờ dùng mẫu này` },
  );
  const leave = useAction(
    ({ id, version }: Template) =>
      client.conferencePacks.useBuiltIn.mutate({ clusterYearId, id, seenVersion: version }),
    { done: t`Đã dùng lại mẫu của hệ thống` },
  );
  const send = async (file: File) => {
    setSending(true);
    setRefused(null);
    const reasons = await sendTemplate(clusterYearId, paper, file);
    setSending(false);
    if (reasons) return setRefused({ name: file.name, reasons });
    toast(t`Mẫu dùng được. Hãy xem thử rồi bấm “Dùng mẫu này”`);
    await queryClient.invalidateQueries();
  };
  const fileName = refused?.name ?? '';
  return (
    <Stack gap={6} component="section" aria-label={name}>
      <Title order={3} fz="md">
        {name}
      </Title>
      <ProblemAlert problem={use.problem ?? leave.problem} />
      <Line
        clusterYearId={clusterYearId}
        paper={paper}
        template={inUse}
        words={inUse ? t`Đang dùng` : t`Đang dùng: mẫu của hệ thống`}
      >
        {inUse && (
          <Button size="xs" variant="default" loading={leave.pending} onClick={() => void leave.run(inUse)}>
            <Trans>Dùng lại mẫu của hệ thống</Trans>
          </Button>
        )}
      </Line>
      {waiting && (
        <Line clusterYearId={clusterYearId} paper={paper} template={waiting} words={t`Mới tải lên, chưa dùng`}>
          <Button size="xs" loading={use.pending} onClick={() => void use.run(waiting)}>
            <Trans>Dùng mẫu này</Trans>
          </Button>
        </Line>
      )}
      {former.map((one) => (
        <Line key={one.id} clusterYearId={clusterYearId} paper={paper} template={one} words={t`Mẫu trước`}>
          <Button size="xs" variant="default" loading={use.pending} onClick={() => void use.run(one)}>
            <Trans>Dùng lại mẫu trước</Trans>
          </Button>
        </Line>
      ))}
      {refused && (
        <Alert color="red" role="alert" title={t`Chưa nhận mẫu “${fileName}”`}>
          {refused.reasons.length > 0 ? (
            <Reasons reasons={refused.reasons} />
          ) : (
            <Trans>Chưa kết nối được máy chủ. Hãy kiểm tra mạng rồi tải lên lại.</Trans>
          )}
        </Alert>
      )}
      <Group gap="xs">
        <input
          ref={input}
          type="file"
          accept=".docx"
          hidden
          aria-label={t`Tệp mẫu ${name}`}
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? [];
            currentTarget.value = '';
            if (file) void send(file);
          }}
        />
        <Button size="xs" variant="default" loading={sending} onClick={() => input.current?.click()}>
          <Trans>Tải mẫu lên</Trans>
        </Button>
      </Group>
    </Stack>
  );
}

type LineProps = {
  clusterYearId: string;
  paper: TemplatesOfPaper['paper'];
  /** Null: the one that comes with the program. */
  template: Template | null;
  words: string;
  children?: ReactNode;
};

/** One template: which, by whom, its file, how it looks with this year's figures. */
function Line({ clusterYearId, paper, template, words, children }: LineProps) {
  const address = templateFile(clusterYearId, paper, template?.id ?? 'built-in');
  const at = template && formatInstant(template.uploadedAt);
  const by = template?.uploadedByName;
  return (
    <Group gap="sm" wrap="wrap">
      <Text size="sm">
        {words}
        {template && (
          <>
            {': '}
            {template.fileName}
            <Text span size="xs" c="gray.7">
              {' · '}
              <Trans>
                {by} tải lên {at}
              </Trans>
            </Text>
          </>
        )}
      </Text>
      <Anchor size="sm" underline="always" href={address}>
        <Trans>Tải mẫu về</Trans>
      </Anchor>
      <Anchor size="sm" underline="always" href={`${address}/preview`}>
        <Trans>Xem thử với số liệu năm nay</Trans>
      </Anchor>
      {children}
    </Group>
  );
}
