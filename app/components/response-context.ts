import { createContext } from 'react';

/** What a page needs to know of the response it is drawn into; empty in the browser. */
export type ResponseFacts = {
  /** For every `<script>` and `<style>` on the page. */
  nonce: string;
  /** The reference that an error page names; the log has it too. */
  requestId: string;
};

export const ResponseContext = createContext<ResponseFacts>({ nonce: '', requestId: '' });
