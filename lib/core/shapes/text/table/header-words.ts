import type { ColumnField } from "./column-mapping";

/**
 * Names of columns met in exports, without accents and marks, per field. Words that mean one thing in a table of turns and another
 * in a table of calls stand in the lists of `guess-columns.ts`. Ours, from exports in English, German, Spanish, French, Italian,
 * Portuguese, Turkish, Dutch and Polish.
 */
export const HEADER_WORDS: Readonly<Record<ColumnField, readonly string[]>> = {
  conversation: [
    "conversation id", "conv id", "call id", "chat id", "session id", "thread id", "ticket id", "interaction id", "contact id", "dialog id", "dialogue id", "case id", "external id", "call external id", "call sid",
    "conversation", "session", "thread", "ticket", "interaction", "call", "chat", "call number", "conversation number", "gesprach id", "gesprachs id", "gesprachsnummer", "anruf id", "anrufnummer", "vorgang", "chat nr",
    "id llamada", "id conversacion", "llamada", "conversacion", "id appel", "appel id", "id conversation", "appel", "id chiamata", "chiamata", "id conversa", "conversa id", "gorusme id", "cagri id", "gesprek id", "id rozmowy",
  ],
  role: [
    "role", "speaker", "sender", "author", "participant", "speaker role", "sender type", "sender role", "author type", "participant role", "speaker label", "who", "spoken by", "said by", "from role",
    "rolle", "sprecher", "absender", "sprecherin", "rol", "hablante", "remitente", "interlocutor", "locuteur", "auteur", "expediteur", "ruolo", "parlante", "mittente", "papel", "falante", "konusmaci", "gonderen", "spreker", "afzender", "mowca", "rola",
  ],
  text: [
    "text", "content", "message", "utterance", "body", "msg", "sentence", "words", "said", "message text", "message body", "message content", "turn text", "phrase",
    "nachricht", "inhalt", "aussage", "wortlaut", "texto", "mensaje", "contenido", "mensagem", "conteudo", "texte", "contenu", "testo", "messaggio", "contenuto", "metin", "mesaj", "icerik", "bericht", "tekst", "tresc", "wiadomosc",
  ],
  transcript: [
    "transcript", "transcription", "messages", "turns", "dialog", "dialogue", "conversation text", "chat log", "chat history", "history", "full transcript", "call transcript", "transcript text", "transcript json", "transcript object",
    "transkript", "mitschrift", "verlauf", "gesprachsverlauf", "chatverlauf", "transcripcion", "trascrizione", "transcricao", "transkripsiyon", "transkripcja",
  ],
  start: ["start seconds", "start second", "start sec", "start s", "start ms", "start milliseconds", "offset", "offset seconds", "offset ms", "time offset", "begin", "from seconds", "start offset", "turn start", "time in call", "time in call secs", "seconds from start"],
  end: ["end seconds", "end second", "end sec", "end s", "end ms", "end milliseconds", "end offset", "turn end", "to seconds"],
  order: ["order", "sequence", "sequence number", "seq", "index", "turn", "turn index", "turn number", "turn id", "message index", "position", "line number", "nr", "reihenfolge", "orden", "ordre", "ordine", "ordem", "sira"],
  startedAt: ["started at", "call start", "call started", "call started at", "call start time", "start date", "call date", "conversation start", "conversation started at", "beginn", "gestartet", "anrufbeginn", "inicio", "debut", "inizio", "baslangic"],
  endedAt: ["ended at", "call end", "call ended", "call ended at", "call end time", "end date", "conversation end", "conversation ended at"],
  agent: ["agent id", "agent external id", "assistant id", "bot id", "agent", "assistant", "bot", "agente", "agent ref"],
  customerNumber: [
    "phone", "phone number", "customer number", "customer phone", "customer phone number", "caller number", "caller phone", "caller id", "from number", "msisdn", "telefon", "telefonnummer", "rufnummer", "telefono", "telephone", "numero de telephone", "telefone", "numero", "telefoon", "numer telefonu",
  ],
  customerName: ["customer name", "caller name", "customer", "client name", "contact name", "visitor name", "kunde", "kundenname", "cliente", "nombre del cliente", "nom du client", "client", "nome do cliente", "nome cliente", "musteri", "musteri adi", "klant", "klient"],
  version: ["version", "agent version", "bot version", "assistant version", "agentenversion"],
  recordingUrl: ["recording url", "recording", "recording link", "audio url", "audio", "audio link", "aufnahme", "aufzeichnung", "grabacion", "enregistrement", "registrazione", "gravacao", "kayit"],
  endedReason: ["ended reason", "end reason", "disconnect reason", "disconnection reason", "hangup reason", "hangup cause", "termination reason", "end cause", "disposition"],
  duration: ["duration", "duration seconds", "duration sec", "duration secs", "duration s", "duration ms", "duration minutes", "duration min", "call duration", "call duration secs", "call length", "length", "talk time", "dauer", "gesprachsdauer", "duracion", "duree", "durata", "duracao", "sure", "duur"],
  cost: ["cost", "cost usd", "price", "price usd", "call cost", "cost cents", "kosten", "preis", "coste", "costo", "cout", "prix", "custo", "maliyet"],
};

/** Columns that go into metadata unless a person says otherwise; anything else may be personal and waits to be chosen. Ours. */
export const METADATA_WORDS = new Set([
  "direction", "language", "lang", "topic", "category", "tags", "tag", "summary", "sentiment", "queue", "campaign", "channel", "intent", "resolution", "outcome", "score", "csat", "nps", "team", "department", "country", "source", "type of call", "call type", "status",
  "sprache", "thema", "kategorie", "zusammenfassung", "idioma", "tema", "categoria", "resumen", "langue", "sujet", "resume", "lingua", "riassunto", "dil", "konu", "ozet",
]);
