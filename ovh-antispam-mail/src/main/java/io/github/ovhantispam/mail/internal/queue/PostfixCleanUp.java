package io.github.ovhantispam.mail.internal.queue;

import io.github.ovhantispam.mail.QueueSender;
import io.github.ovhantispam.mail.QueuedMail;
import io.github.ovhantispam.mail.internal.command.ShellWord;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The commands that delete mail from Postfix's queues. */
final class PostfixCleanUp {

    private PostfixCleanUp() {}

    static List<String> commands(QueueReading reading) {
        Set<String> instances = new LinkedHashSet<>();
        List<String> commands = new ArrayList<>();
        for (QueuedMail mail : reading.first()) {
            instances.add(mail.instance());
            commands.add("postsuper" + instance(mail.instance()) + " -d " + mail.id());
        }
        for (QueueSender sender : reading.senders().most()) {
            if (ShellWord.isPrintable(sender.sender())) {
                instances.forEach(instance -> commands.add(ofSender(instance, sender.sender())));
            } else {
                commands.add("# a sender that cannot be printed: delete its mail by queue id");
            }
        }
        return commands;
    }

    private static String ofSender(String instance, String sender) {
        return "postqueue" + instance(instance) + " -j | jq -r --arg s " + ShellWord.quoted(sender)
                + " 'select(.sender == $s) | .queue_id' | postsuper" + instance(instance) + " -d -";
    }

    private static String instance(String directory) {
        return directory.isEmpty() ? "" : " -c " + ShellWord.quoted(directory);
    }
}
