export type OutgoingLetter = { id: string; to: string; subject: string; text: string };

/** The way out for letters; there is none in the demo, in the training copy, and where nothing is configured. */
export type Mailer = {
  /** Shown to the administrator: host and port, never the account or its password. */
  host: string;
  from: string;
  /** @throws Error of the mail server or the connection */
  send(letter: OutgoingLetter): Promise<void>;
  close(): void;
};
