using CryptoLessons.Adversary;
using CryptoLessons.Designs;
using CryptoLessons.Matrix;

namespace CryptoLessons.Scoreboards;

/// <summary>One row of the scoreboard: a design, what it delivered for a lawful request, and what one leak cost.</summary>
public sealed class Score
{
    private readonly Script script;

    internal Score(DesignResult row, Script script, int at)
    {
        (Row, this.script, At) = (row, script, at);
        Turns = [.. CountTurns(script.Conversation)];
    }

    /// <summary>The design's row of the matrix.</summary>
    public DesignResult Row { get; }

    /// <summary>The design.</summary>
    public Design Design => Row.Design;

    /// <summary>Number of the message at which the compromise happened, and the warrant was signed.</summary>
    public int At { get; }

    /// <summary>Number of messages in the conversation.</summary>
    public int Length => script.ConversationLength;

    /// <summary>How many people there are, bystanders included.</summary>
    public int People => script.People.Count;

    /// <summary>What the same warrant delivered when everybody in the conversation encrypts once more.</summary>
    public required LawfulAccess Evading { get; init; }

    /// <summary>Whether a recipient can make what a sender could have sent.</summary>
    public required bool Repudiable { get; init; }

    /// <summary>Bytes that a message puts on the wire beyond those of strict, all envelopes that it takes counted.</summary>
    public required double BytesMore { get; init; }

    /// <summary>The probability, of the reader's choice, that one holder of a secret is robbed.</summary>
    public required double Probability { get; init; }

    /// <summary>Median time to send and deliver one message, all phones and servers together, in microseconds: measured, and different each time.</summary>
    public required double Microseconds { get; init; }

    /// <summary>That time in times of strict, measured in the same run.</summary>
    public required double TimesStrict { get; init; }

    /// <summary>The value of each criterion, in their order.</summary>
    public IReadOnlyList<CriterionValue> Values => field ??= [.. Criterion.All.Select(criterion => criterion.Value(this))];

    /// <summary>For each message of the conversation, the number of its turn: what one person says before another does.</summary>
    internal int[] Turns { get; }

    /// <summary>What a compromise came to.</summary>
    /// <param name="compromise">Its short name.</param>
    public Cell Cell(string compromise) => Row.Cells.Single(cell => cell.Compromise == compromise);

    /// <summary>Of how many people a compromise read anything.</summary>
    public int PeopleRead(Cell cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        return cell.Verdict.Recovered.Keys.Select(number => script.ByNumber[number])
            .SelectMany(message => (IEnumerable<string>)[message.From, .. message.To]).Distinct().Count();
    }

    private static IEnumerable<int> CountTurns(IEnumerable<ScriptedMessage> conversation)
    {
        int turn = 0;
        string? speaker = null;
        foreach (ScriptedMessage message in conversation)
        {
            if (speaker is not null && speaker != message.From)
                turn++;
            speaker = message.From;
            yield return turn;
        }
    }
}
