namespace CryptoLessons.Designs;

/// <summary>The addresses of servers, which stand on the wire among the names of people.</summary>
internal static class Addresses
{
    /// <summary>The provider, where it reads what it carries.</summary>
    public const string Provider = "the provider";

    /// <summary>Where attachments lie.</summary>
    public const string BlobServer = "the blob server";

    /// <summary>Whoever makes the list that phones scan for, and gets their reports.</summary>
    public const string ListAdministrator = "the list's administrator";

    /// <summary>Where an interception port sends its copies.</summary>
    public const string Console = "the operator's console";

    /// <summary>An address that is nobody's name.</summary>
    public static string Unlike(IReadOnlyList<string> people, string address)
    {
        while (people.Contains(address))
            address += "'";
        return address;
    }

    /// <summary>Whether an envelope is for a server. A person who has a server's name is taken for it: bytes then get wrong names, and nothing else.</summary>
    public static bool Is(string to, string address) => to.TrimEnd('\'') == address;
}
