import { Trans, useLingui } from '@lingui/react/macro';
import { Anchor, Button, Drawer, Group, List, Loader, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { inferRouterOutputs } from '@trpc/server';
import { Link, useLocation } from 'react-router';
import { type AppRouter, useTRPC } from '#client/core/api.ts';
import { Fact, Facts } from '#client/core/facts.tsx';
import { paths } from '#client/core/paths.ts';
import { readProblem } from '#client/core/problem.ts';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { useSession } from '#client/core/session.tsx';
import { StatusBadge } from '#client/core/status-badge.tsx';
import { useStepKeys } from '#client/core/table/step-keys.ts';
import { useReturnFocus } from '#client/core/use-return-focus.ts';
import { useWords } from '#client/core/words.ts';
import { CERTAINTY_LABELS } from '#shared/awards/awards.labels.ts';
import { CERTIFICATE_STATUS_LABELS } from '#shared/certificates/certificates.schema.ts';
import { formatDate } from '#shared/core/dates.ts';
import { formatVnd } from '#shared/core/money.ts';
import { WAY_LABELS } from '#shared/nominations/nominations.schema.ts';
import type { AwardId } from '#shared/registry/registry.schema.ts';

type Award = inferRouterOutputs<AppRouter>['awards']['byId'];

type Props = {
  id: string;
  onClose: () => void;
  /** To the next and the previous line of the list (J, K); null: there is none on this page. */
  onNext: (() => void) | null;
  onPrevious: (() => void) | null;
};

/** One award beside the list: what was given, by which decision, its paper, and the recipient's other awards. */
export function AwardDrawer({ id, onClose, onNext, onPrevious }: Props) {
  useReturnFocus();
  useStepKeys(onNext, onPrevious);
  const { t } = useLingui();
  const trpc = useTRPC();
  const { data: award, error } = useQuery(trpc.awards.byId.queryOptions({ id: id as AwardId }));
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={480}
      title={t`Chi tiết khen thưởng`}
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': t`Đóng` }}
    >
      <Group gap="xs" mb="xs">
        <Button variant="default" size="xs" disabled={!onPrevious} onClick={() => onPrevious?.()} aria-keyshortcuts="K">
          <Trans>Dòng trước (K)</Trans>
        </Button>
        <Button variant="default" size="xs" disabled={!onNext} onClick={() => onNext?.()} aria-keyshortcuts="J">
          <Trans>Dòng sau (J)</Trans>
        </Button>
      </Group>
      {error && <ProblemAlert problem={readProblem(error)} title={t`Chưa mở được`} />}
      {!award && !error && <Loader size="sm" />}
      {award && <Details award={award} />}
    </Drawer>
  );
}

function Details({ award }: { award: Award }) {
  const { label } = useWords();
  return (
    <Stack gap="md">
      <div>
        <Title order={2}>
          <RecipientName award={award} />
        </Title>
        <Text style={{ whiteSpace: 'pre-line' }}>{award.printedPlace}</Text>
        {award.isDemo === 1 && (
          <Text size="sm" c="gray.7">
            <Trans>dữ liệu minh họa</Trans>
          </Text>
        )}
      </div>
      <Facts>
        <Fact term={<Trans>Hình thức khen thưởng</Trans>}>{award.awardName}</Fact>
        <Fact term={<Trans>Loại hình</Trans>}>{label(WAY_LABELS[award.way])}</Fact>
        <Fact term={<Trans>Năm thành tích</Trans>}>{String(award.year)}</Fact>
        <Fact term={<Trans>Tỉnh</Trans>}>{award.unitName}</Fact>
        <Fact term={<Trans>Quyết định</Trans>}>
          <DecisionWords award={award} />
        </Fact>
        {award.sentence && <Fact term={<Trans>Nội dung ghi trên Bằng</Trans>}>{award.sentence}</Fact>}
        {award.achievement && <Fact term={<Trans>Tóm tắt thành tích</Trans>}>{award.achievement}</Fact>}
        <Fact term={<Trans>Tiền thưởng</Trans>}>
          <Money award={award} />
        </Fact>
      </Facts>
      {award.certificates.length > 0 && <Papers award={award} />}
      <Others award={award} />
    </Stack>
  );
}

function RecipientName({ award: { recipientId, printedName } }: { award: Award }) {
  const { can } = useSession();
  if (!can('recipients.byId')) return printedName;
  return (
    <Anchor component={Link} to={paths.recipient.to(recipientId)} inherit>
      {printedName}
    </Anchor>
  );
}

function DecisionWords({ award }: { award: Award }) {
  const { can } = useSession();
  const { decisionNumber, decisionId, cancelNumber } = award;
  const day = formatDate(award.decidedOn);
  const cancelledOn = award.cancelledOn ? formatDate(award.cancelledOn) : '…';
  const words = (
    <Trans>
      số {decisionNumber} ngày {day}
    </Trans>
  );
  return (
    <>
      {decisionId && can('decisions.byId') ? (
        <Anchor component={Link} to={paths.decision.to(decisionId)}>
          {words}
        </Anchor>
      ) : (
        words
      )}
      {award.signatoryName && (
        <div>
          {award.signatoryCapacity}: {award.signatoryName}
        </div>
      )}
      {award.status === 'cancelled' && (
        <div>
          <StatusBadge tone="bad">
            <Trans>Đã hủy bỏ</Trans>
          </StatusBadge>{' '}
          <Trans>
            theo quyết định số {cancelNumber ?? '…'} ngày {cancelledOn}
          </Trans>
        </div>
      )}
    </>
  );
}

function Money({ award: { prizeVnd, prizeCertainty } }: { award: Award }) {
  const { label } = useWords();
  if (prizeVnd === null) return <Trans>Chưa có số liệu</Trans>;
  return (
    <>
      <span className="tabular">{formatVnd(prizeVnd)}</span>
      {prizeCertainty && prizeCertainty !== 'certain' && (
        <Text span size="sm" c="gray.7">
          {' '}
          ({label(CERTAINTY_LABELS[prizeCertainty])})
        </Text>
      )}
    </>
  );
}

function Papers({ award }: { award: Award }) {
  const { label } = useWords();
  return (
    <section>
      <Title order={3}>
        <Trans>Bằng</Trans>
      </Title>
      <List>
        {award.certificates.map((paper) => {
          const number = `${paper.goldenBookNumber}/${paper.goldenBookYear}`;
          return (
            <List.Item key={paper.id}>
              <Anchor component={Link} to={paths.certificate.to(paper.id)}>
                <Trans>Số sổ vàng {number}</Trans>
              </Anchor>{' '}
              · {paper.cancelledOn ? <Trans>đã hủy bỏ</Trans> : label(CERTIFICATE_STATUS_LABELS[paper.status])}
            </List.Item>
          );
        })}
      </List>
    </section>
  );
}

/** The same list with another award open beside it. */
function addressWith(search: string, id: string): string {
  const params = new URLSearchParams(search);
  params.set('xem', id);
  return `?${params}`;
}

function Others({ award }: { award: Award }) {
  const { search, state } = useLocation();
  return (
    <section>
      <Title order={3}>
        <Trans>Quá trình khen thưởng</Trans>
      </Title>
      {award.others.length === 0 ? (
        <Text c="gray.7">
          <Trans>Chưa có khen thưởng nào khác trong Sổ.</Trans>
        </Text>
      ) : (
        <List>
          {award.others.map((one) => {
            const day = formatDate(one.decidedOn);
            const { awardName, decisionNumber } = one;
            return (
              <List.Item key={one.id}>
                <Anchor component={Link} to={addressWith(search, one.id)} state={state}>
                  <Trans>
                    {String(one.year)}: {awardName}
                  </Trans>
                </Anchor>{' '}
                <Trans>
                  (Quyết định số {decisionNumber}, ngày {day})
                </Trans>
              </List.Item>
            );
          })}
        </List>
      )}
    </section>
  );
}
