// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.state;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.READ;

/**
 * A file that is replaced as a whole: the new content is written to a temporary file, forced to the disk and renamed. So even after a crash of the
 * machine it holds either the earlier content or the new one. Where the file system has POSIX permissions, the file is for its owner only.
 */
public final class AtomicFile {

    private static final FileAttribute<?> OWNER_FILE = owner("rw-------");
    private static final FileAttribute<?> OWNER_FOLDER = owner("rwx------");

    private final Path file;
    private final Path folder;

    /**
     * @throws IllegalArgumentException when the file cannot be in a folder, because it is the uppermost one
     */
    public AtomicFile(Path file) {
        this.file = file.toAbsolutePath();
        this.folder = Optional.ofNullable(this.file.getParent())
                .orElseThrow(() -> new IllegalArgumentException("a file is needed, and this is the uppermost folder: " + file));
    }

    /**
     * Replaces the content. Creates the folder, for its owner only, when it does not exist.
     *
     * @throws IOException when that is not possible; the file then has its earlier content
     */
    public void write(byte[] content) throws IOException {
        Files.createDirectories(folder, attributes(OWNER_FOLDER));
        Path temporary = Files.createTempFile(folder, "", ".tmp", attributes(OWNER_FILE));
        try {
            force(temporary, content);
            Files.move(temporary, file, ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
        forceFolder();
    }

    /** Not by a channel: an interrupted thread, as at the end of the process, cannot write to one, and the content would be lost. */
    private static void force(Path file, byte[] content) throws IOException {
        try (FileOutputStream out = new FileOutputStream(file.toFile())) {
            out.write(content);
            out.getFD().sync();
        }
    }

    /** Makes the renaming durable. On Windows a folder cannot be opened, and the file system does it. */
    private void forceFolder() throws IOException {
        if (!isPosix(folder)) {
            return;
        }
        try (FileChannel channel = FileChannel.open(folder, READ)) {
            channel.force(true);
        } catch (ClosedByInterruptException e) {
            // the file has its name; the name is written to the disk within a few seconds, as that of any other file
        }
    }

    private FileAttribute<?>[] attributes(FileAttribute<?> owner) {
        return isPosix(folder) ? new FileAttribute<?>[]{owner} : new FileAttribute<?>[0];
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static FileAttribute<?> owner(String permissions) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
    }
}
