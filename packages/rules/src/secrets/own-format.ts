/**
 * Values whose own format tells in full what they are, be it a secret (found by that format) or public: signed tokens,
 * keys and ids of Google, Stripe, Supabase, Mapbox, Razorpay, PostHog, wallets, reCAPTCHA. A value that only starts
 * like one (a mangled or doubled key) is none of them, and is judged by its name.
 */
const formats =
  /^(?:eyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]{8,}|AIza[\w-]{35}|(?:[a-z]{2,8}_)?pk_(?:[a-z]{2,8}_)?[A-Za-z0-9]{16,}|sb_publishable_[\w-]{16,}|pk\.eyJ[\w-]{16,}\.[\w-]{8,}|rzp_(?:live|test)_[A-Za-z0-9]{10,}|phc_[A-Za-z0-9]{20,}|(?:price|prod|acct)_[A-Za-z0-9]{10,}|0x[0-9a-fA-F]{40}|6L[a-f][\w-]{37})$/;

export function hasOwnFormat(value: string): boolean {
  return formats.test(value);
}
