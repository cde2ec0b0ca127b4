using FashionRecs.Application.Files;
using FashionRecs.Application.Shop.Columns;
using FashionRecs.Domain.Catalog;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.Miscellaneous;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace FashionRecs.Application.Shop.Search;

/// <summary>
/// The texts of some products in an index of Lucene that lies in this process's memory, or of a large catalog in files that nobody writes
/// to once they are there: no process can break another's index, and there is nothing to repair. Immutable once built, safe to share
/// between threads.
/// </summary>
internal sealed class TextSegment
{
    private const LuceneVersion Version = LuceneVersion.LUCENE_48;
    private const string Name = "name";
    private const string Text = "text";

    /// <summary>What names of folders begin with.</summary>
    public const string WordsPrefix = "words-";

    // Words of any language: small letters without accents, English plurals like singulars, Chinese signs one by one.
    private static readonly Analyzer Words = Analyzer.NewAnonymous((_, reader) =>
    {
        var words = new StandardTokenizer(Version, reader);
        return new TokenStreamComponents(words, new EnglishMinimalStemFilter(new ASCIIFoldingFilter(new LowerCaseFilter(Version, words))));
    });

    private readonly IndexSearcher searcher;

    private TextSegment(DirectoryReader reader, PackedIds ids, string folder)
    {
        if (reader.MaxDoc != ids.Count)
        {
            throw new InvalidDataException($"There are {reader.MaxDoc} texts of {ids.Count} products.");
        }

        (searcher, Ids, Folder) = (new IndexSearcher(reader), ids, folder);
        Frequencies = Count(reader, folder.Length > 0 ? word => !word.Any(char.IsDigit) : _ => true);
    }

    /// <summary>Ids of the products, by their numbers in the index.</summary>
    public PackedIds Ids { get; }

    /// <summary>Name of the folder in which its files lie; empty where they are in memory or lost their names.</summary>
    public string Folder { get; }

    /// <summary>
    /// In how many texts each word stands, as the index writes it. Of many texts that lie on a disk without words that have a digit in
    /// them: each product may have a number of its own.
    /// </summary>
    public IReadOnlyDictionary<string, int> Frequencies { get; }

    /// <summary>Indexes products.</summary>
    /// <param name="items">The products in the order of their ids; gone through once.</param>
    /// <param name="folder">Where a folder for its files is made, which then have no names any more; null, or where nothing can be written,
    /// for memory.</param>
    /// <param name="isKept">Whether the files keep their names.</param>
    public static TextSegment Of(IReadOnlyList<CatalogItem> items, string? folder = null, bool isKept = false)
    {
        if (folder is not null)
        {
            try
            {
                return OnDisk(items, folder, isKept);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // A full disk takes memory, and nobody their search.
            }
        }

        return Made(items, new RAMDirectory(), "");
    }

    /// <summary>Opens files that kept their names.</summary>
    /// <exception cref="IOException">They are not there, or damaged.</exception>
    public static TextSegment Open(string folder, string name, PackedIds ids) =>
        new(DirectoryReader.Open(Files(Path.Combine(folder, name))), ids, name);

    /// <summary>Whether a word stands in any text, as the index writes it.</summary>
    public bool Holds(string written) => Frequencies.ContainsKey(written) || (Folder.Length > 0
        && (searcher.IndexReader.DocFreq(new Term(Text, written)) > 0 || searcher.IndexReader.DocFreq(new Term(Name, written)) > 0));

    // Not MMapDirectory, which is known to crash in the version that is in use.
    private static NIOFSDirectory Files(string folder) => new(new DirectoryInfo(folder));

    private static TextSegment OnDisk(IReadOnlyList<CatalogItem> items, string folder, bool isKept)
    {
        var name = WordsPrefix + Path.GetRandomFileName();
        PrivateFiles.MakeFolder(Path.Combine(folder, name));
        var isMade = false;
        try
        {
            var made = Made(items, Files(Path.Combine(folder, name)), isKept ? name : "");
            isMade = true;
            return made;
        }
        finally
        {
            if (!isKept || !isMade)
            {
                // What is open stays readable, and a process that is killed leaves nothing behind.
                Drop(Path.Combine(folder, name));
            }
        }
    }

    /// <summary>Deletes a folder of files that are not wanted any more; what has them open can go on.</summary>
    public static void Drop(string folder)
    {
        try
        {
            System.IO.Directory.Delete(folder, recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Windows keeps what is open.
        }
    }

    private static TextSegment Made(IReadOnlyList<CatalogItem> items, Lucene.Net.Store.Directory directory, string folder)
    {
        var ids = new List<string>(items.Count);
        // Documents keep the order in which they came: one thread, and only neighbours are merged.
        var settings = new IndexWriterConfig(Version, Words)
        {
            MergePolicy = new LogDocMergePolicy(), MergeScheduler = new SerialMergeScheduler(), RAMBufferSizeMB = 64,
        };
        using (var writer = new IndexWriter(directory, settings))
        {
            var (name, text) = (new TextField(Name, "", Field.Store.NO), new TextField(Text, "", Field.Store.NO));
            var document = new Document { name, text };
            foreach (var item in items)
            {
                name.SetStringValue(item.Product.Name);
                text.SetStringValue(TextOf(item));
                writer.AddDocument(document);
                ids.Add(item.Product.Id);
            }

            writer.ForceMerge(1);
        }

        return new TextSegment(DirectoryReader.Open(directory), PackedIds.Of(ids), folder);
    }

    /// <summary>A text as the index writes it, word by word.</summary>
    public static IReadOnlyList<string> Written(string text)
    {
        var words = new List<string>();
        using var stream = Words.GetTokenStream(Text, text);
        var word = stream.AddAttribute<ICharTermAttribute>();
        stream.Reset();
        while (stream.IncrementToken())
        {
            words.Add(word.ToString());
        }

        stream.End();
        return words;
    }

    /// <summary>Finds the products whose names or texts hold a word or phrase.</summary>
    /// <param name="written">The words as the index writes them.</param>
    /// <param name="isBeginning">Whether a longer word will do that begins so.</param>
    /// <param name="found">Told the number of each product, and whether its name holds the words.</param>
    public void Find(IReadOnlyList<string> written, bool isBeginning, Action<int, bool> found)
    {
        foreach (var field in new[] { Name, Text })
        {
            searcher.Search(Asked(field, written, isBeginning), null, new Found(number => found(number, field == Name)));
        }
    }

    private static Query Asked(string field, IReadOnlyList<string> written, bool isBeginning)
    {
        if (written is [var only])
        {
            return isBeginning ? new PrefixQuery(new Term(field,
                only)) { MultiTermRewriteMethod = MultiTermQuery.CONSTANT_SCORE_FILTER_REWRITE } : new TermQuery(new Term(field, only));
        }

        var phrase = new PhraseQuery();
        foreach (var word in written)
        {
            phrase.Add(new Term(field, word));
        }

        return phrase;
    }

    /// <summary>What is read of a product beside its name.</summary>
    public static string TextOf(CatalogItem item)
    {
        var product = item.Product;
        var phrases = item.Readings.Select(reading => reading.Statement?.Phrase).OfType<string>();
        return string.Join('\n', [product.Type, product.Colour, product.Pattern, product.Section, product.Description, .. phrases]);
    }

    private static Dictionary<string, int> Count(DirectoryReader reader, Func<string, bool> isCounted)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var field in new[] { Name, Text })
        {
            if (MultiFields.GetTerms(reader, field) is not { } terms)
            {
                continue;
            }

            for (var all = terms.GetEnumerator(); all.MoveNext();)
            {
                var word = all.Term.Utf8ToString();
                if (isCounted(word))
                {
                    counts[word] = Math.Max(counts.GetValueOrDefault(word), all.DocFreq);
                }
            }
        }

        return counts;
    }

    private sealed class Found(Action<int> found) : ICollector
    {
        private int start;

        public bool AcceptsDocsOutOfOrder => true;

        public void SetScorer(Scorer scorer)
        {
        }

        public void Collect(int doc) => found(start + doc);

        public void SetNextReader(AtomicReaderContext context) => start = context.DocBase;
    }
}
