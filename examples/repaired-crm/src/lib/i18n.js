export const messages = {
  en: {
    password: 'Enter your password',
    passwordTooShort: 'The password needs at least 12 characters',
    resetPassword: 'Send me a link to reset my password',
    apiKey: 'Paste the API key of your mail provider',
    secretHint: 'We never show a secret again after you have saved it',
    live: 'Live updates come over a WebSocket connection',
  },
  de: {
    password: 'Passwort eingeben',
    passwordTooShort: 'Das Passwort braucht mindestens 12 Zeichen',
    resetPassword: 'Link zum Zurücksetzen des Passworts schicken',
    apiKey: 'API-Schlüssel des Mail-Anbieters einfügen',
    secretHint: 'Ein Geheimnis zeigen wir nach dem Speichern nie wieder an',
    live: 'Änderungen kommen über eine WebSocket-Verbindung',
  },
};

export const t = (key, language = 'en') => messages[language]?.[key] ?? key;
