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
/// The texts of some products in an index of Lucene that lies in this process's memory: nothing on a disk that another process could break,
/// and nothing to repair. Immutable once built, safe to share between threads.
/// </summary>
internal sealed class TextSegment
{
    private const LuceneVersion Version = LuceneVersion.LUCENE_48;
    private const string Name = "name";
    private const string Text = "text";

    // Words of any language: small letters without accents, English plurals like singulars, Chinese signs one by one.
    private static readonly Analyzer Words = Analyzer.NewAnonymous((_, reader) =>
    {
        var words = new StandardTokenizer(Version, reader);
        return new TokenStreamComponents(words, new EnglishMinimalStemFilter(new ASCIIFoldingFilter(new LowerCaseFilter(Version, words))));
    });

    private readonly IndexSearcher searcher;

    private TextSegment(DirectoryReader reader, string[] ids)
    {
        (searcher, Ids) = (new IndexSearcher(reader), ids);
        Frequencies = Count(reader);
    }

    /// <summary>Ids of the products, by their numbers in the index.</summary>
    public IReadOnlyList<string> Ids { get; }

    /// <summary>In how many texts each word stands, as the index writes it.</summary>
    public IReadOnlyDictionary<string, int> Frequencies { get; }

    /// <summary>Indexes products.</summary>
    public static TextSegment Of(IReadOnlyList<CatalogItem> items)
    {
        var directory = new RAMDirectory();
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
            }

            writer.ForceMerge(1);
        }

        return new TextSegment(DirectoryReader.Open(directory), [.. items.Select(item => item.Product.Id)]);
    }

    /// <summary>Whether the index would hold the same of two versions of a product.</summary>
    public static bool SameText(CatalogItem one, CatalogItem other) =>
        one.Product.Name == other.Product.Name && TextOf(one) == TextOf(other);

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

    private static string TextOf(CatalogItem item)
    {
        var product = item.Product;
        var phrases = item.Readings.Select(reading => reading.Statement?.Phrase).OfType<string>();
        return string.Join('\n', [product.Type, product.Colour, product.Pattern, product.Section, product.Description, .. phrases]);
    }

    private static Dictionary<string, int> Count(DirectoryReader reader)
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
                counts[word] = Math.Max(counts.GetValueOrDefault(word), all.DocFreq);
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
