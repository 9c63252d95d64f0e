using CryptoLessons.Conversations;
using CryptoLessons.Designs;
using CryptoLessons.Protocol.Sessions;

namespace CryptoLessons.Matrix;

/// <summary>What a matrix is to be made of.</summary>
/// <param name="Conversation">What is said.</param>
/// <param name="At">Number of the message at which the compromise happens, from 1 to one below the conversation's length.</param>
/// <param name="Target">Whose phone is seized and whom the warrant names.</param>
/// <param name="Seed">The seed of every key.</param>
/// <param name="Designs">The messengers, in the order of the rows, all under one profile of Signal's protocol.</param>
public sealed record MatrixRequest(Conversation Conversation, int At, string Target, long Seed, IReadOnlyList<Design> Designs)
{
    /// <summary>The seed used when none is named.</summary>
    public const long DefaultSeed = 2017;

    /// <summary>What of Signal's protocol the phones speak.</summary>
    public Profile Profile => Designs[0].Profile;

    private const int MostNamesShown = 8;

    /// <summary>A request with defaults for what is not named, or the sentence that says why there can be none.</summary>
    /// <param name="conversation">What is said.</param>
    /// <param name="at">Number of the message at which the compromise happens; null for half-way.</param>
    /// <param name="target">Whose phone; null for the sender of message <paramref name="at"/>.</param>
    /// <param name="seed">The seed; null for <see cref="DefaultSeed"/>.</param>
    /// <param name="profile">What of Signal's protocol the phones speak; null for <see cref="Profile.X3dh"/>.</param>
    /// <param name="designs">Names of designs; empty for all.</param>
    public static (MatrixRequest? Request, string? Error) Create(
        Conversation conversation, int? at = null, string? target = null, long? seed = null, Profile? profile = null, params IReadOnlyList<string> designs)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        ArgumentNullException.ThrowIfNull(designs);
        int length = conversation.Messages.Count;
        if (conversation.People.Count < 2)
            return (null, "The conversation has one person only: choose a chat in which at least two people write.");
        int moment = at ?? length / 2;
        if (moment < 1 || moment >= length)
            return (null, FormattableString.Invariant(
                $"There is no moment after message {moment} with messages on both sides: choose one from 1 to {length - 1}."));
        string person = target ?? conversation.Messages[moment - 1].From;
        if (!conversation.People.Contains(person))
            return (null, $"'{Shown.Of(person)}' takes no part in the conversation: choose {OneOf(conversation.People)}.");
        var chosen = designs.Count == 0 ? Design.All : [.. designs.Distinct().Select(Design.Find).OfType<Design>()];
        if (designs.FirstOrDefault(id => Design.Find(id) is null) is { } unknown)
            return (null, $"There is no design '{Shown.Of(unknown)}': choose from {string.Join(", ", Design.All.Select(design => design.Id))}.");
        return (new(conversation, moment, person, seed ?? DefaultSeed, [.. chosen.Select(design => design.Under(profile ?? Profile.X3dh))]), null);
    }

    private static string OneOf(IReadOnlyList<string> people) =>
        string.Join(" or ", people.Take(MostNamesShown).Select(name => Shown.Of(name))) + (people.Count > MostNamesShown ? " or another" : "");
}
