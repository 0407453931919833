package io.github.ovhantispam.benchmarks.report;

/** Something to be measured. */
public interface Part {

    /** Returns its name, on the command line and in the document. */
    String name();

    /**
     * Measures.
     *
     * @param forks how many rounds of JVMs to start
     * @return the figures, in Markdown
     */
    String figures(int forks) throws Exception;
}
