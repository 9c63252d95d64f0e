namespace CryptoLessons.Conversations;

/// <summary>Where a chat's files lie: its folder, its zip, or nowhere.</summary>
internal abstract class AttachmentShelf
{
    /// <summary>The shelf of a chat that came alone.</summary>
    public static AttachmentShelf Empty { get; } = new EmptyShelf();

    /// <summary>Whether a file of exactly that name is there.</summary>
    public abstract bool Holds(ReadOnlySpan<char> name);

    /// <summary>
    /// Reads a file that is there, at most <see cref="ChatLimits.AttachmentBytes"/>; or says in <paramref name="refusal"/> why not.
    /// </summary>
    public abstract byte[]? Read(string name, out string? refusal);

    private sealed class EmptyShelf : AttachmentShelf
    {
        public override bool Holds(ReadOnlySpan<char> name) => false;

        public override byte[]? Read(string name, out string? refusal)
        {
            refusal = Refusals.Missing;
            return null;
        }
    }
}
