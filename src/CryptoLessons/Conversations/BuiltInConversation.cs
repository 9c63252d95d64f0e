using System.Reflection;

namespace CryptoLessons.Conversations;

/// <summary>The conversation that is played when no chat is given: Alice and Bob plan an allotment garden in March 2017.</summary>
public static class BuiltInConversation
{
    /// <summary>The format that the conversation says it has.</summary>
    public const string Format = "built-in";

    private const string Folder = "CryptoLessons.Conversations.BuiltIn.";
    private const string TextName = "garden.txt";

    /// <summary>Reads the conversation, by the same importer as every other chat.</summary>
    /// <returns>40 messages of two people over six days, one of them with a picture; format <c>built-in</c>.</returns>
    /// <exception cref="InvalidOperationException">The assembly was built without its resources.</exception>
    public static Conversation Load()
    {
        byte[] text = Resource(TextName) ?? throw new InvalidOperationException($"{Folder}{TextName} is not in the assembly");
        ChatImportResult result = ChatParser.Read(TextName, Format, text, new ResourceShelf());
        if (!result.Succeeded) throw new InvalidOperationException(result.Error);
        Conversation chat = result.Conversation;
        // Nobody who plays it needs to hear how its dates were read.
        return new Conversation(Path.GetFileNameWithoutExtension(TextName), Format, chat.Messages);
    }

    private static byte[]? Resource(string name)
    {
        using Stream? stream = typeof(BuiltInConversation).Assembly.GetManifestResourceStream(Folder + name);
        return stream is null ? null : BoundedReading.ToEnd(stream, stream.Length, ChatLimits.AttachmentBytes);
    }

    private sealed class ResourceShelf : AttachmentShelf
    {
        private readonly HashSet<string> names = [.. Assembly.GetExecutingAssembly().GetManifestResourceNames()];

        public override bool Holds(ReadOnlySpan<char> name) => names.Contains(string.Concat(Folder, name));

        public override byte[]? Read(string name, out string? refusal)
        {
            byte[]? bytes = Resource(name);
            refusal = bytes is null ? Refusals.Missing : null;
            return bytes;
        }
    }
}
