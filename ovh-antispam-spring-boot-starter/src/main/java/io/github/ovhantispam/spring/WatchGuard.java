package io.github.ovhantispam.spring;

/** The right of this process to notify of what the watch finds, where several processes contend for it. */
interface WatchGuard {

    /** The guard of a process that is alone. */
    WatchGuard ALONE = new WatchGuard() {
        @Override
        public void check() {}

        @Override
        public boolean isLost() {
            return false;
        }

        @Override
        public boolean isHeldElsewhere(Throwable failure) {
            return false;
        }
    };

    /** Fails when another process has the watch by now. */
    void check();

    /** Returns false as long as nothing is known of a loss; costs nothing. */
    boolean isLost();

    /** Returns true for the exception of a watch that did not begin because another process has it. */
    boolean isHeldElsewhere(Throwable failure);
}
