import type { AddressInfo } from 'node:net';
import { createServer, type Socket } from 'node:net';

/** What one letter was sent with; `data` as it came, headers and body. */
export type Received = { from: string; to: string; data: string };

/** How the server answers a recipient: takes it, refuses it for good, asks to come again, or hangs up after the letter. */
export type Mood = 'takes' | 'refuses' | 'is-busy' | 'hangs-up';

/** A mail server of a few lines on this machine, without encryption, as a loopback relay is. */
export async function smtpServer() {
  const received: Received[] = [];
  const state: { mood: Mood } = { mood: 'takes' };
  const server = createServer((socket) => talk(socket, received, () => state.mood));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    received,
    set mood(mood: Mood) {
      state.mood = mood;
    },
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

function talk(socket: Socket, received: Received[], mood: () => Mood): void {
  let letter: Received = { from: '', to: '', data: '' };
  let inData = false;
  let buffer = '';
  const say = (line: string) => socket.write(`${line}\r\n`);
  socket.on('error', () => {});
  socket.on('data', (chunk) => {
    buffer += chunk.toString('utf8');
    for (;;) {
      const end = inData ? buffer.indexOf('\r\n.\r\n') : buffer.indexOf('\r\n');
      if (end < 0) return;
      const line = buffer.slice(0, end);
      buffer = buffer.slice(end + (inData ? 5 : 2));
      if (inData) {
        inData = false;
        if (mood() === 'hangs-up') return void socket.destroy();
        received.push({ ...letter, data: line });
        say('250 taken');
      } else answer(line);
    }
  });
  function answer(line: string): void {
    const word = line.slice(0, 4).toUpperCase();
    if (word === 'EHLO' || word === 'HELO') say('250 test');
    else if (word === 'MAIL') {
      letter = { from: line, to: '', data: '' };
      say('250 ok');
    } else if (word === 'RCPT') {
      letter.to = /<(.+)>/.exec(line)?.[1] ?? line;
      if (mood() === 'refuses') say('550 no such mailbox');
      else if (mood() === 'is-busy') say('451 come again later');
      else say('250 ok');
    } else if (word === 'DATA') {
      inData = true;
      say('354 go on');
    } else if (word === 'QUIT') {
      say('221 bye');
      socket.end();
    } else say('250 ok');
  }
  say('220 test ready');
}
