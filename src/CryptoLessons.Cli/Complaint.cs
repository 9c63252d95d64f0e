namespace CryptoLessons.Cli;

/// <summary>What cannot be used or written is said on standard error and told by the exit status.</summary>
internal static class Complaint
{
    /// <summary>Writes the sentences, shown harmlessly, and gives the exit status.</summary>
    public static int Write(TextWriter error, params IReadOnlyList<string> sentences)
    {
        try
        {
            foreach (string sentence in sentences)
                error.WriteLine(Harmless.Text(sentence));
            error.Flush();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // Safe because the exit status says it too: where standard error cannot be written there is nobody else to tell.
        }
        return ExitCode.BadInput;
    }
}
