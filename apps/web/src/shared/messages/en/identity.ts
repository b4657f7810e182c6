import type { identity as vi } from '../vi/identity';

export const identity = {
  'signIn.title': 'Sign in',
  'signIn.mandateOver':
    'You no longer act for {organization}: the mandate was revoked or has ended. What you sent last was not saved. Sign in again for the work of the Alliance.',
  'signIn.login': 'Phone number or e-mail',
  'signIn.password': 'Password',
  'signIn.show': 'Show',
  'signIn.hide': 'Hide',
  'signIn.showLabel': 'Show the password',
  'signIn.hideLabel': 'Hide the password',
  'signIn.submit': 'Sign in',
  'signIn.loginMissing': 'Enter your phone number or e-mail.',
  'signIn.passwordMissing': 'Enter your password.',
  'signIn.help': 'Forgot the password? Ask the provincial Cooperative Alliance for a new one.',
  'signIn.register': 'Is your organization not on Liên Kết yet? Register it',
  'signIn.demoTitle': 'Sample accounts',
  'signIn.demoHint': 'Tap an account to fill it in, then press Sign in.',
  'signIn.demoFill': 'Fill in the account of {name}',
  'signIn.filled': 'The account of {name} is filled in.',
} satisfies Record<keyof typeof vi, string>;
