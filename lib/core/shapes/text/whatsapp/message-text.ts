/** What a message of an export says, once the app's own marks are taken off. */
export interface MessageText {
  /** "" for a message that was deleted. */
  readonly content: string;
  /** Why it is not as written; null where it is. */
  readonly reason: string | null;
}

const LEADING_MARKS = /^[\u200E\u200F\u202A-\u202E\u2066-\u2069]+/;
const DELETED = /^(?:this message was deleted|you deleted this message|diese nachricht wurde gelöscht|du hast diese nachricht gelöscht|se eliminó este mensaje|eliminaste este mensaje|ce message a été supprimé|questo messaggio è stato eliminato|bu mesaj silindi|bu mesajı sildiniz|mensagem apagada|dit bericht is verwijderd)\.?$/i;
const EDITED = /[\u200E\u200F]*<(?:this message was edited|diese nachricht wurde bearbeitet|se editó este mensaje|ce message a été modifié|questo messaggio è stato modificato|bu mesaj düzenlendi|mensagem editada|dit bericht is bewerkt)>\s*$/i;
/** Longer than any mark of an edit. */
const MARK_CHARACTERS = 80;
const MEDIA_MARK = /^<(?:media omitted|medien ausgeschlossen|multimedia omitido|médias omis|media omessi|medya dahil edilmedi|mídia oculta|media weggelaten)>$/i;
const MEDIA_KIND = /^(image|video|audio|sticker|gif|document|contact card|voice message)(?: omitted)$/i;
const ATTACHED = /^<(?:attached|anhang|adjunto|pièce jointe|allegato|anexado|ek):\s*(.{1,200})>$/i;
/** Android names the file and says that it is attached; the file is not part of the text. */
const FILE = /^(\S{1,120}\.\w{2,5}) \((?:file attached|datei angehängt|archivo adjunto|fichier joint|file allegato|dosya ekli|arquivo anexado)\)/i;

/** Notices that iPhones write under a sender's name; the mark of direction before them tells them from what somebody wrote. */
const NOTICE = /^[\u200E\u200F](?:messages and calls are end-to-end encrypted|.{1,80} (?:created (?:this )?group|was added|added|left|changed (?:the|their|this|to)|joined using)\b|your security code|nachrichten und anrufe sind ende-zu-ende|los mensajes y las llamadas están cifrados|les messages et les appels sont chiffrés|mesajlar ve aramalar uçtan uca|missed (?:voice|video) call)/i;

/** Whether a message is one of the app's own notices. */
export function isNotice(source: string): boolean {
  return NOTICE.test(source);
}

/** Reads a message's text: media that is not in the export becomes "[image]", an edited mark goes, a deleted message says nothing. */
export function readMessageText(source: string): MessageText {
  const plain = source.replace(LEADING_MARKS, "");
  // Only the end is looked at: a mark stands there, and a long message would be searched again and again.
  const tail = plain.slice(-MARK_CHARACTERS);
  const said = EDITED.test(tail) ? (plain.slice(0, -MARK_CHARACTERS) + tail.replace(EDITED, "")).trimEnd() : plain;
  if (DELETED.test(said)) return { content: "", reason: "The message was deleted before the export" };
  const media = mediaOf(said);
  if (media !== null) return { content: media, reason: "The export holds no media" };
  if (said !== plain) return { content: said, reason: "The mark that it was edited was taken off" };
  return said === source ? { content: said, reason: null } : { content: said, reason: "Invisible marks were taken off" };
}

function mediaOf(said: string): string | null {
  if (MEDIA_MARK.test(said)) return "[media]";
  const kind = MEDIA_KIND.exec(said)?.[1];
  if (kind !== undefined) return `[${kind.toLowerCase()}]`;
  const file = ATTACHED.exec(said)?.[1];
  if (file !== undefined) return `[file ${file}]`;
  const named = FILE.exec(said);
  return named ? `[file ${named[1] ?? ""}]${said.slice(named[0].length)}` : null;
}
