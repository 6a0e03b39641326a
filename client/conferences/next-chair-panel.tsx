import { Trans, useLingui } from '@lingui/react/macro';
import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { Conference, Member } from '#client/conferences/conference-types.ts';
import { NextChairDialog } from '#client/conferences/next-chair-dialog.tsx';
import { CopyButton } from '#client/core/copy-text.tsx';
import { Fact, Facts } from '#client/core/facts.tsx';
import { useWords } from '#client/core/words.ts';
import { NEXT_CHAIR_METHOD_LABELS } from '#shared/conferences/next-chair.schema.ts';

type Props = { conference: Conference; members: readonly Member[] };

/** Cụm trưởng, Cụm phó năm sau: what the conference decided, and how. */
export function NextChairPanel({ conference, members }: Props) {
  const { t } = useLingui();
  const { label } = useWords();
  const [editing, setEditing] = useState(false);
  const { nextChair } = conference;
  const { offered, allowed, reasons } = conference.actions.saveNextChair;
  return (
    <Stack gap="sm" align="flex-start">
      {nextChair ? (
        <Facts most={700}>
          <Fact term={<Trans>Cụm trưởng năm sau</Trans>}>{nextChair.chairName}</Fact>
          <Fact term={<Trans>Cụm phó năm sau</Trans>}>{nextChair.deputyName}</Fact>
          <Fact term={<Trans>Hình thức</Trans>}>{label(NEXT_CHAIR_METHOD_LABELS[nextChair.method])}</Fact>
          {nextChair.method === 'vote' && (
            <Fact term={<Trans>Đồng ý / có mặt</Trans>}>
              {`${nextChair.agreedVotes ?? '–'}/${nextChair.presentVotes ?? '–'}`}
            </Fact>
          )}
          {nextChair.note && <Fact term={<Trans>Ghi chú</Trans>}>{nextChair.note}</Fact>}
        </Facts>
      ) : (
        <Text>
          {allowed ? (
            <Trans>
              Chưa ghi kết quả. Ghi đơn vị được bầu hoặc thống nhất làm Cụm trưởng, Cụm phó năm sau; khi mở năm mới kết
              quả này được điền sẵn.
            </Trans>
          ) : (
            <Trans>Chưa ghi Cụm trưởng, Cụm phó năm sau.</Trans>
          )}
        </Text>
      )}
      {nextChair && nextChair.warnings.length > 0 && (
        <Alert color="orange" title={t`Xem lại`}>
          {nextChair.warnings.map(({ code, text }) => (
            <Text key={code}>{text}</Text>
          ))}
        </Alert>
      )}
      <Group gap="xs">
        {allowed && (
          <Button onClick={() => setEditing(true)}>
            {nextChair ? <Trans>Sửa kết quả</Trans> : <Trans>Ghi kết quả</Trans>}
          </Button>
        )}
        {nextChair && (
          <CopyButton text={() => nextChair.text}>
            <Trans>Sao chép dạng chữ</Trans>
          </CopyButton>
        )}
      </Group>
      {offered && !allowed && reasons[0] && (
        <Text size="sm" c="gray.7">
          {reasons[0].text}
        </Text>
      )}
      {editing && <NextChairDialog conference={conference} members={members} onClose={() => setEditing(false)} />}
    </Stack>
  );
}
