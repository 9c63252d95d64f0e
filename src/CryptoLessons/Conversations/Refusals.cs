namespace CryptoLessons.Conversations;

/// <summary>The words for attachments that are not read: each follows the file's name in a note.</summary>
internal static class Refusals
{
    public const string NotPlain = "is refused, since its name is not a plain file name";
    public const string Missing = "is named but missing";
    public const string Unlisted = "is named, but the folder cannot be listed to look for it";
    public const string Link = "is refused, since it is a link";
    public const string TooLarge = "is larger than 16 MB and left out";
    public const string Empty = "is empty and left out";
    public const string Damaged = "is damaged in the zip and left out";
    public const string Locked = "is locked by a password in the zip and left out";
    public const string Unreadable = "is there but cannot be read (no permission, or another program holds it) and left out";
    public const string TooMuch = "is left out, since the chat's files together exceed 512 MB";
}
