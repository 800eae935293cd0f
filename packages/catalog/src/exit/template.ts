/** A file, or a folder of files, that every export gets from the platform. */
export interface TemplatePart {
  /** Path below the folder of the browser code (`src`), by its parts without extension: `lib/AuthContext`; ends with `/` for a folder. */
  readonly path: string;
  /** What it does, in one clause. */
  readonly what: string;
  /** SDK members that the template itself calls there. A call of any other member was added, and is the app's own. */
  readonly members: readonly string[];
}

const session = ['auth.me', 'auth.logout', 'auth.redirectToLogin'] as const;

/**
 * Files of the template, from those that are identical, byte for byte, in at least four of 99 public exports examined in
 * November 2026. They are replaced once, whatever the size of the app, so their calls are no work per call.
 */
export const templateParts: readonly TemplatePart[] = [
  { path: 'api/base44Client', what: 'creates the client', members: [] },
  { path: 'api/entities', what: 'hands on the entities of the client', members: [] },
  { path: 'api/integrations', what: 'hands on the integrations of the client', members: [] },
  { path: 'api/functions', what: 'hands on the functions of the client', members: [] },
  { path: 'components/ui/', what: 'the component library', members: [] },
  { path: 'components/ProtectedRoute', what: 'sends people who are not signed in away', members: session },
  { path: 'components/UserNotRegisteredError', what: 'tells people that they are not invited', members: session },
  { path: 'components/AuthLayout', what: 'the frame of the pages to sign in', members: [] },
  { path: 'components/GoogleIcon', what: 'a sign', members: [] },
  { path: 'hooks/use-mobile', what: 'the width of the screen', members: [] },
  { path: 'lib/app-params', what: 'keeps the id of the app and the token', members: [] },
  { path: 'lib/AuthContext', what: 'keeps the session', members: session },
  { path: 'lib/authReturnTo', what: 'remembers where to go after signing in', members: [] },
  { path: 'lib/iframe-messaging', what: 'talks to the editor of the platform', members: [] },
  { path: 'lib/NavigationTracker', what: 'logs which page is opened', members: ['appLogs.logUserInApp'] },
  { path: 'lib/PageNotFound', what: 'the page for wrong addresses', members: ['auth.me'] },
  { path: 'lib/query-client', what: 'sets up the cache of requests', members: [] },
  { path: 'lib/utils', what: 'joins names of classes', members: [] },
  { path: 'lib/VisualEditAgent', what: 'serves the visual editor of the platform', members: [] },
  { path: 'utils/index', what: 'makes addresses of pages', members: [] },
  {
    path: 'pages/Login',
    what: 'the page to sign in',
    members: ['auth.loginViaEmailPassword', 'auth.loginWithProvider', 'auth.setToken'],
  },
  {
    path: 'pages/Register',
    what: 'the page to register',
    members: ['auth.register', 'auth.verifyOtp', 'auth.resendOtp', 'auth.setToken', 'auth.loginWithProvider'],
  },
  {
    path: 'pages/ForgotPassword',
    what: 'the page to ask for a new password',
    members: ['auth.resetPasswordRequest'],
  },
  { path: 'pages/ResetPassword', what: 'the page to set a new password', members: ['auth.resetPassword'] },
  { path: 'pages/OAuthConsent', what: 'the page to let another program in', members: session },
  { path: 'main', what: 'starts the app', members: [] },
  { path: 'pages.config', what: 'lists the pages', members: [] },
];

/**
 * A module that only the template's session code imports. A file that does is that code, wherever it was moved to, and
 * the members are those that it calls there.
 */
export const templateImport = {
  module: /^@base44\/sdk\/dist\/utils\/axios-client/,
  what: 'keeps the session',
  members: session as readonly string[],
} as const;
