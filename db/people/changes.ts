/**
 * The channel on which the database tells that somebody's rights may have ended: an account, a post, a token or a session. Triggers tell it
 * (migration 0015), so that no way to change them is forgotten. It says nothing of whom: who listens asks anew.
 */
export const peopleChannel = 'shixian_people';
